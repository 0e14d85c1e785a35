import { beyond, checkEvents, checkFields, Erasures } from './check-events.ts';
import { checkCheckpoint, checkSeal, remarksOnLog } from './check-signatures.ts';
import { checkSubjects } from './check-subjects.ts';
import { bracketsBy, remarksOnTimes } from './check-times.ts';
import { checkTokens, Stamps, type TokenCheck } from './check-tokens.ts';
import { reportHash } from './bundle.ts';
import type { Policy } from './policy.ts';
import { readBundle, type EventLine, type ReadBundle } from './read-bundle.ts';
import { emptyRoot, sameBytes } from '../tree/node.ts';
import type { Finding, Verdict, VerdictName, VerifiedEvent } from './verdict.ts';
import { finding, gradeOf } from './wording.ts';

const nothingProved = {
  subjects: [],
  events: [],
  checkpoint: null,
  witnesses: [],
  stampedAt: null,
  report: null,
} as const satisfies Partial<Verdict>;

/** A million wrong lines are told by their first: what is listed stays readable. */
const maxFindings = 200;

const placeOf = ({ position }: Finding): bigint => position ?? beyond;

/** A contradiction weighs more than something missing; the first named is the first bad record. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] => {
  const tampered = findings.filter((found) => gradeOf(found) === 'tampered');
  return [
    ...tampered.sort((one, other) => Number(placeOf(one) - placeOf(other))),
    ...findings.filter((found) => gradeOf(found) !== 'tampered'),
  ].slice(0, maxFindings);
};

const answer = (verdict: VerdictName, parts: Partial<Verdict>): Verdict => ({
  verdict,
  findings: [],
  remarks: [],
  erased: [],
  ...nothingProved,
  ...parts,
});

const judged = (findings: readonly Finding[]): VerdictName => {
  if (findings.length === 0) return 'intact';
  return findings.some((found) => gradeOf(found) === 'tampered') ? 'tampered' : 'unverifiable';
};

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

/** Does the manifest announce what is there: so many events and tokens, these subjects, this report? */
const checkManifest = ({ manifest, events, subjects, tokens, report, lines }: ReadBundle): readonly Finding[] => {
  const names = subjects.map(({ name }) => name);
  const fits =
    manifest.events === BigInt(events.length) &&
    manifest.tokens === BigInt(tokens.length) &&
    names.length > 0 &&
    isSameList([...new Set(names)].sort(), names) &&
    isSameList(names, manifest.subjects);
  const hash = report === null ? null : reportHash(report);
  const isReport =
    hash === null || manifest.report === null ? hash === manifest.report : sameBytes(hash, manifest.report);
  return [
    ...(fits ? [] : [finding('manifest-differs', { line: 1 })]),
    ...(isReport ? [] : [finding('report-differs', { line: lines.report })]),
  ];
};

const noTokens: TokenCheck = { findings: [], remarks: [], stamps: new Stamps([]) };

/** Only of what was proved: of any other entry nobody can say that it was made late. */
const timesOf = (events: readonly EventLine[], stamps: Stamps, { timestampRoots }: Policy): readonly Finding[] =>
  timestampRoots.length === 0 ? [] : remarksOnTimes(events, stamps);

/** Everything is checked, whatever was found before: what is wrong first in the file may be found last. */
const check = (bundle: ReadBundle, policy: Policy): Verdict => {
  const { events, manifest } = bundle;
  const signed = checkCheckpoint(bundle, policy);
  const { checkpoint, witnesses } = signed;
  const erasures = new Erasures(events);
  const fields = checkFields(events, erasures);
  const subjects = checkSubjects(bundle, manifest.origin, erasures);
  const tokens = checkpoint === null ? noTokens : checkTokens(bundle, policy, checkpoint);
  const findings = inOrder([
    ...checkEvents(bundle, checkpoint?.root ?? emptyRoot),
    ...fields.findings,
    ...subjects.findings,
    ...signed.findings,
    ...tokens.findings,
    ...checkManifest(bundle),
    ...checkSeal(bundle, policy),
  ]);
  const { stamps } = tokens;
  const verdict = judged(findings);
  const remarks = [
    ...remarksOnLog(manifest.origin, policy),
    ...tokens.remarks,
    ...fields.remarks,
    ...(verdict === 'intact' ? timesOf(events, stamps, policy) : []),
  ];
  if (verdict !== 'intact' || checkpoint === null) return answer(verdict, { findings, remarks, erased: fields.erased });
  const proved = verifiedEvents(events, stamps);
  return {
    verdict,
    findings,
    remarks,
    erased: fields.erased,
    subjects: bundle.subjects.map(({ name, chain }) => ({ name, count: chain.count })),
    events: proved,
    checkpoint: { origin: checkpoint.origin, size: checkpoint.size, mapSize: subjects.mapSize },
    witnesses,
    stampedAt: proved.at(-1)?.bracket.notAfter ?? null,
    report: bundle.report,
  };
};

const verifiedEvents = (events: readonly EventLine[], stamps: Stamps): readonly VerifiedEvent[] => {
  const bracketOf = bracketsBy(stamps);
  return events.flatMap((event) => {
    if (event.facts === null) return [];
    const { type, occurredAt, recordedAt } = event.facts;
    return [
      { position: event.position, type, occurredAt, recordedAt, bracket: bracketOf(event.facts, event.position) },
    ];
  });
};

/**
 * Checks a bundle against the reader's policy. Pure, offline, never throws, linear in the size of the file.
 *
 * | found                                                                       | verdict        |
 * |-----------------------------------------------------------------------------|----------------|
 * | nothing amiss                                                               | `intact`       |
 * | a line, hash, proof, count or signature that contradicts another, or that   |                |
 * | a trusted key has not signed although it bears that key's name and id       | `tampered`     |
 * | a key, witness, time stamp, map or text that is absent, or that nobody whom | `unverifiable` |
 * | this policy trusts stands for; a version, rule or size beyond this program  |                |
 * | both                                                                        | `tampered`     |
 *
 * A file that ends before its seal lacks something: a broken transfer must not read as somebody's deed.
 */
export const verifyBundle = (bundle: Uint8Array, policy: Policy): Verdict => {
  const read = readBundle(bundle);
  if (read.ok) return check(read.bundle, policy);
  const findings = [finding(read.fault.code, read.fault)];
  return answer(judged(findings), { findings });
};
