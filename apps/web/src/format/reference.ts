export type Citable = {
  readonly number: string | null;
  readonly symbol: string | null;
  readonly secretReference: string | null;
};

/**
 * How a dossier is cited: `14/CT-UBND`; `…/UBND-KTTH` when the paper leaves the number blank;
 * null when it has neither. A secret dossier has its opaque reference and nothing else.
 */
export function citeDossier({ number, symbol, secretReference }: Citable): string | null {
  if (secretReference !== null) return secretReference;
  if (number === null && symbol === null) return null;
  if (symbol === null) return number;
  return `${number ?? '…'}/${symbol}`;
}
