/** RFC 9457 problem document as this API sends it: Vietnamese title first, English beside it. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  /** Stable refusal code, e.g. `dossier.not-holder`. */
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Every fault of a bad request, not only the first. */
  readonly faults?: readonly { readonly path: string; readonly message: string; readonly messageEn: string }[];
  readonly requestId: string;
};
