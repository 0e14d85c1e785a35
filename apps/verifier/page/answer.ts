import { createHash } from 'node:crypto';
import { parsePolicy } from '#evidence/bundle/policy.ts';
import type { Verdict } from '#evidence/bundle/verdict.ts';
import { verifyBundle } from '#evidence/bundle/verify-bundle.ts';

export type Question = { readonly bundle: Uint8Array; readonly policy: Uint8Array };

export type Answer =
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      /** SHA-256 of the file, in hex: names it in a record of the verification. */
      readonly fileHash: string;
    }
  | { readonly kind: 'bad-policy'; readonly reason: string }
  | { readonly kind: 'defect'; readonly reason: string };

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Takes as long as it takes; whoever minds asks in a worker. Never throws. */
export const answerTo = ({ bundle, policy }: Question): Answer => {
  try {
    const parsed = parsePolicy(policy);
    if (!parsed.ok) return { kind: 'bad-policy', reason: parsed.reason };
    const verdict = verifyBundle(bundle, parsed.policy);
    return { kind: 'verdict', verdict, fileHash: hex(createHash('sha256').update(bundle).digest()) };
  } catch (error) {
    return { kind: 'defect', reason: error instanceof Error ? error.message : String(error) };
  }
};
