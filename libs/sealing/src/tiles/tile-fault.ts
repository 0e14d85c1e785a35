/** The files do not fit together: someone has changed or removed them. Nothing may be signed on top of them. */
export class TileFault extends Error {
  constructor(
    /** Of the file at fault. */
    readonly path: string,
    what: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${what}`, options);
  }
}

export const isMissing = (error: unknown): boolean => (error as { readonly code?: unknown }).code === 'ENOENT';
