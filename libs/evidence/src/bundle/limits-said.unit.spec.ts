import { describe, expect, it } from '@jest/globals';
import { log, officer, origin, policy, SampleLedger, story, witness } from '../../test/bundle/sample-ledger.ts';
import { signerOf } from '../note/ed25519.ts';
import { signNote } from '../note/note.ts';
import { writeBundle } from './bundle.ts';
import { verdictLines } from './verdict-text.ts';
import { verifyBundle } from './verify-bundle.ts';

const english = (bundle: Uint8Array): readonly string[] =>
  verdictLines(verifyBundle(bundle, policy)).map(({ en }) => en);

describe('an intact verdict says what it does not say', () => {
  it('of an old bundle under a new checkpoint: how many events it does not look at', () => {
    const { ledger, mapAt } = story();
    for (let act = 0; act < 30; act += 1) ledger.append({ stream: 'dossier-hs-8', officer: 'cb-1' });
    const lines = english(ledger.bundle([officer], mapAt));
    expect(lines[0]).toBe('INTACT');
    expect(lines).toContain(
      'Complete for the subjects below within the first 11 events of the ledger; the 32 after them were not looked at',
    );
  });

  it('of the report: that nobody compared it with the events', () => {
    const { ledger, mapAt } = story();
    const parts = ledger.parts([officer], mapAt);
    const deceiving = writeBundle({ ...parts, report: '<p>cb-1: 0 events</p>' }, log);
    const said = /report .*not compared with the events/;
    expect(english(deceiving).some((line) => said.test(line))).toBe(true);
    expect(english(writeBundle({ ...parts, report: null }, log)).some((line) => said.test(line))).toBe(false);
  });

  it('of a ledger that was begun again: that what came before is witnessed only since then', () => {
    const again = `${origin}/2`;
    const second = signerOf(again, new Uint8Array(32).fill(5));
    const ledger = new SampleLedger();
    ledger.append({ stream: 'dossier-hs-1', officer: 'cb-1' });
    const mapAt = ledger.recordMap({ origin: again });
    const text = ledger.checkpointText().replace(origin, again);
    const checkpoint = new TextDecoder().decode(signNote(text, [second, witness]));
    const bundle = writeBundle({ ...ledger.parts([officer], mapAt), checkpoint }, second);
    const { verdict, remarks } = verifyBundle(bundle, { ...policy, logs: [log.publicKey, second.publicKey] });
    expect([verdict, remarks.map(({ code }) => code)]).toEqual(['intact', ['begun-again', 'times-not-judged']]);
  });
});
