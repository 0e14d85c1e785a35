import { asGiven } from '../tree/inclusion.ts';
import { sameBytes } from '../tree/node.ts';
import { failed, passed, type Checked } from '../verdict.ts';
import { parseCertificate, type Certificate } from './certificate.ts';
import { verifyChain } from './chain.ts';
import { commonNameIn } from './name.ts';
import { digestOf } from './signature.ts';
import { parseSignedData, signerCertificate, verifySigned, type SignedData } from './signed-data.ts';
import { namesCertificate } from './signing-certificate.ts';
import { parseTstInfo, type TstInfo } from './tst-info.ts';

/** What a token of a time-stamping authority says, once it has been checked. */
export type Timestamp = {
  /** UTC, with the fraction of a second the authority gave (at most milliseconds are kept). */
  readonly time: Date;
  /** How far the authority's clock may be off, in milliseconds; 0 when it does not say. */
  readonly accuracyMs: number;
  /** Common name of the signing certificate. */
  readonly authority: string;
};

export type TimestampClaim = {
  /** TimeStampToken (RFC 3161 section 2.4.2), DER. */
  readonly token: Uint8Array;
  /** The bytes that were stamped; the token holds their hash. */
  readonly stamped: Uint8Array;
  /** Trust roots, X.509 DER; from the policy, never from the token. */
  readonly roots: readonly Uint8Array[];
};

const maxRoots = 100;

const rootsOf = (roots: unknown): Checked<{ readonly roots: readonly Certificate[] }> => {
  if (!Array.isArray(roots) || roots.length > maxRoots)
    return failed(`the roots are not a list of at most ${maxRoots}`);
  const certificates: Certificate[] = [];
  for (const root of roots as readonly unknown[]) {
    const parsed = root instanceof Uint8Array ? parseCertificate(root) : failed('not bytes');
    if (!parsed.ok) return failed(`root ${certificates.length + 1} of the policy: ${parsed.reason}`);
    certificates.push(parsed.certificate);
  }
  return { ok: true, roots: certificates };
};

/** The hash in the token must be that of the bytes. */
const checkImprint = ({ hash, digest }: TstInfo, stamped: Uint8Array): Checked =>
  sameBytes(digest, digestOf(hash, stamped)) ? passed : failed('the time stamp is on other bytes');

/** When the signer names more certificates than its own, the chain may have no others (RFC 5035 section 5.4). */
const checkNamed = ({ signer }: SignedData, chain: readonly Certificate[]): Checked => {
  const isNamed = signer.attributes.certificateIds.every(
    (ids) => ids.length === 1 || chain.every((certificate) => ids.some((id) => namesCertificate(id, certificate))),
  );
  return isNamed ? passed : failed('the chain has a certificate that the signer did not name');
};

/** Everything but the roots: who signed what. */
const verifyToken = (
  data: SignedData,
  stamped: Uint8Array,
): Checked<{ readonly info: TstInfo; readonly signer: Certificate }> => {
  const parsed = parseTstInfo(data.content);
  if (!parsed.ok) return parsed;
  const imprint = checkImprint(parsed.info, stamped);
  if (!imprint.ok) return imprint;
  const signer = signerCertificate(data);
  if (signer === null) return failed('the certificate of the signer is not in the token');
  const signed = verifySigned(data, signer);
  return signed.ok ? { ok: true, info: parsed.info, signer } : signed;
};

/**
 * Does an authority under one of the roots say that these bytes existed at a time? Never throws. Takes SHA-256,
 * SHA-384 and SHA-512; RSA (PKCS #1 v1.5 and PSS, 2048 to 8192 bits) and ECDSA on P-256, P-384 and P-521.
 * Certificates count as they were at the time stated; whether one was revoked since is not asked.
 */
export const verifyTimestamp = (claim: TimestampClaim): Checked<{ readonly timestamp: Timestamp }> => {
  const { token, stamped, roots } = asGiven(claim);
  if (!(token instanceof Uint8Array) || !(stamped instanceof Uint8Array))
    return failed('token or stamped bytes are not bytes');
  const trusted = rootsOf(roots);
  if (!trusted.ok) return trusted;
  const parsed = parseSignedData(token);
  if (!parsed.ok) return parsed;
  const said = verifyToken(parsed.data, stamped);
  if (!said.ok) return said;
  const { info, signer } = said;
  const { time } = info;
  const led = verifyChain({ signer, sent: parsed.data.certificates, roots: trusted.roots, time });
  const named = led.ok ? checkNamed(parsed.data, led.chain) : led;
  if (!named.ok) return named;
  const authority = commonNameIn(signer.subject);
  return { ok: true, timestamp: { time: new Date(time), accuracyMs: info.accuracy, authority } };
};

/**
 * The moment a token states, to the millisecond, whoever signed it and whatever it stamps: for whoever keeps
 * tokens in order, never for a verdict. Never throws.
 */
export const statedTime = (token: Uint8Array): Checked<{ readonly time: Date }> => {
  if (!(token instanceof Uint8Array)) return failed('the token is not bytes');
  const parsed = parseSignedData(token);
  const told = parsed.ok ? parseTstInfo(parsed.data.content) : parsed;
  return told.ok ? { ok: true, time: new Date(told.info.time) } : told;
};
