/** What a check answers: never a bare boolean, never an exception, whatever it was given. */
export type Checked<Value extends object = object> =
  ({ readonly ok: true } & Value) | { readonly ok: false; readonly reason: string };

export const failed = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });
export const passed = { ok: true } as const;
