import { sameBytes } from '../tree/node.ts';
import { failed, type Checked } from '../verdict.ts';
import type { Certificate } from './certificate.ts';
import { anyPurpose, timeStamping, type KeyUse } from './extensions.ts';
import { signatureHolds } from './signature.ts';

export type ChainClaim = {
  readonly signer: Certificate;
  /** Certificates sent along; believed only as far as a root vouches for them. */
  readonly sent: readonly Certificate[];
  readonly roots: readonly Certificate[];
  /** Milliseconds since 1970: when every certificate must have been valid. */
  readonly time: number;
};

/** Certificates between the signer's and the root. */
const maxIntermediates = 4;
const signerUses: ReadonlySet<KeyUse> = new Set(['digitalSignature', 'nonRepudiation']);

const isValidAt = ({ notBefore, notAfter }: Certificate, time: number): boolean =>
  notBefore <= time && time <= notAfter;

/** Did the holder of `issuer` sign `certificate`? Name, kind of key and signature. */
const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  sameBytes(certificate.issuer, issuer.subject) &&
  certificate.scheme.kind === issuer.key.kind &&
  signatureHolds({
    spki: issuer.key.spki,
    scheme: certificate.scheme,
    message: certificate.signed,
    signature: certificate.signature,
  });

/** Why nobody may rely on the certificate at the time, whatever its use; null when they may. */
const generalFault = (certificate: Certificate, time: number): string | null => {
  if (!isValidAt(certificate, time)) return 'was not valid at the time stated';
  const [unknown] = certificate.uses.unknownCritical;
  return unknown === undefined ? null : `has a critical extension that is not known: ${unknown}`;
};

/** RFC 3161 section 2.3: time stamping is the only purpose, and says so critically. */
const signerFault = (signer: Certificate, time: number): string | null => {
  const { purposes, keyUsage } = signer.uses;
  const general = generalFault(signer, time);
  if (general !== null) return general;
  if (purposes === null) return 'is not for time stamping';
  if (!purposes.isCritical) return 'does not say critically that it is for time stamping only';
  if (purposes.names.length !== 1 || purposes.names[0] !== timeStamping) return 'is not for time stamping alone';
  if (keyUsage?.some((use) => !signerUses.has(use)) === true) return 'is for other uses than signing';
  return null;
};

/** RFC 5280 section 6.1.4, as far as there are rules here: an authority, long enough a path, for signing certificates. */
const issuerFault = (issuer: Certificate, below: number, time: number): string | null => {
  const { isAuthority, pathLength, keyUsage, purposes } = issuer.uses;
  const general = generalFault(issuer, time);
  if (general !== null) return general;
  if (!isAuthority) return 'may not issue certificates';
  if (pathLength !== null && below > pathLength) return 'may not stand so far above the signer';
  if (keyUsage?.includes('keyCertSign') === false) return 'may not sign certificates';
  if (purposes !== null && !purposes.names.some((name) => name === timeStamping || name === anyPurpose))
    return 'may not issue certificates for time stamping';
  return null;
};

type Search = ChainClaim & {
  readonly issues: (certificate: Certificate, issuer: Certificate) => boolean;
  /** Why certificates on the way were no use. */
  readonly obstacles: string[];
};

/** From the certificate reached down to the signer's. */
type Path = readonly [Certificate, ...Certificate[]];

/** `path` and the intermediates above it, up to one that a root has signed; null when there is none. */
const climb = (search: Search, path: Path): Path | null => {
  const [last] = path;
  const isUsable = (issuer: Certificate, kind: string): boolean => {
    if (!search.issues(last, issuer)) return false;
    const fault = issuerFault(issuer, path.length - 1, search.time);
    if (fault !== null) search.obstacles.push(`${kind} ${fault}`);
    return fault === null;
  };
  if (search.roots.some((root) => isUsable(root, 'the root'))) return path;
  if (path.length > maxIntermediates) return null;
  for (const next of search.sent) {
    if (path.includes(next) || !isUsable(next, 'an intermediate certificate')) continue;
    const found = climb(search, [next, ...path]);
    if (found !== null) return found;
  }
  return null;
};

/** Signatures are costly, and ways of going from certificate to certificate many: each pair is asked about once. */
const remembered = (ask: Search['issues']): Search['issues'] => {
  const answers = new Map<Certificate, Map<Certificate, boolean>>();
  return (certificate, issuer) => {
    const known = answers.get(certificate) ?? new Map<Certificate, boolean>();
    const answer = known.get(issuer) ?? ask(certificate, issuer);
    answers.set(certificate, known.set(issuer, answer));
    return answer;
  };
};

/**
 * Leads a chain from the signer to a root, every link fit for its place at the time? The chain begins below
 * the root and ends with the signer. Certificates sent along that the chain does not need must be signed by
 * another one or by a root too, so that no byte of a token can change unnoticed.
 */
export const verifyChain = (claim: ChainClaim): Checked<{ readonly chain: readonly Certificate[] }> => {
  const { signer, sent, roots, time } = claim;
  const fault = signerFault(signer, time);
  if (fault !== null) return failed(`the signing certificate ${fault}`);
  const search: Search = { ...claim, issues: remembered(isIssuedBy), obstacles: [] };
  const chain = climb(search, [signer]);
  if (chain === null) {
    const [obstacle] = search.obstacles;
    return failed(`no chain leads to a root of the policy${obstacle === undefined ? '' : `: ${obstacle}`}`);
  }
  const isAccountedFor = (certificate: Certificate): boolean =>
    roots.some(({ der }) => sameBytes(der, certificate.der)) ||
    [...roots, ...sent].some((issuer) => search.issues(certificate, issuer));
  return sent.every(isAccountedFor)
    ? { ok: true, chain }
    : failed('a certificate in the token is signed by none of the others');
};
