/**
 * Everything another program needs to check this ledger's evidence: bytes in, a reason out. Free of the rest
 * of the product; the formats are RFC 6962, RFC 8785 and the C2SP notes, checkpoints, tiles and cosignatures.
 */
export { canonicalize, canonicalText, NotCanonical } from './canonical-json.ts';
export { leafHash } from './leaf.ts';
export { emptyRoot, nodeHash } from './tree/node.ts';
export { rootFromInclusionProof, verifyInclusion, type InclusionClaim, type InclusionPath } from './tree/inclusion.ts';
export { verifyJointInclusion, type JointClaim, type PlacedLeaf } from './tree/joint-inclusion.ts';
export { verifyMapEntry, type MapClaim } from './subject/map.ts';
export { emptyChain, extendChain, type ChainHead } from './subject/chain.ts';
export { verifyConsistency, type ConsistencyClaim } from './tree/consistency.ts';
export { parseTilePath, tilePath, tilesAt, tileWidth, type Tile } from './tree/tiles.ts';
export {
  formatNote,
  openNote,
  parseNote,
  signNote,
  type Note,
  type NoteSigner,
  type NoteVerifier,
} from './note/note.ts';
export { formatCheckpoint, parseCheckpoint, type Checkpoint } from './note/checkpoint.ts';
export { formatPublicKey, parsePublicKey, signerOf, verifierOf, type PublicKey } from './note/ed25519.ts';
export type { Checked } from './verdict.ts';
export { subjectRule, subjectsOf } from './subject/subjects-of.ts';
export { commitmentTo, isSealed, opens, sealedFieldsIn, type Opening, type Sealed } from './sealed/sealed-field.ts';
export { statedTime, verifyTimestamp, type Timestamp, type TimestampClaim } from './time/timestamp.ts';
export { readTimestampResponse, timestampRequest, type TimestampQuestion } from './time/request.ts';
export { formatPolicy, parsePolicy, type Policy } from './bundle/policy.ts';
export {
  writeBundle,
  type BundleEvent,
  type BundleParts,
  type BundleSubject,
  type BundleToken,
} from './bundle/bundle.ts';
export { verdicts, type Finding, type Verdict, type VerdictName } from './bundle/verdict.ts';
export { verifyBundle } from './bundle/verify-bundle.ts';
