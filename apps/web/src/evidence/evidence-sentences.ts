import type { EvidenceView } from '#contracts/evidence-views.ts';
import { formatMoment } from '../format/moment.ts';
import { formatSpan } from '../format/time-span.ts';
import type { Texts } from '../language/text.ts';

/** `weak`: something a reader should notice, though nothing is wrong with what is sealed. */
export type EvidenceSentence = { readonly words: string; readonly weak: boolean };

const plain = (words: string): EvidenceSentence => ({ words, weak: false });
const weak = (words: string): EvidenceSentence => ({ words, weak: true });

const witnessSentence = ({ witnesses, quorum, witnessed }: EvidenceView, { text }: Texts): EvidenceSentence => {
  if (witnesses.length === 0) return weak(text('evidence.witnesses.none'));
  const signed = witnesses.filter(({ cosignedAt }) => cosignedAt !== null).length;
  const values = { signed, all: witnesses.length, quorum };
  return witnessed ? plain(text('evidence.witnesses', values)) : weak(text('evidence.witnesses.short', values));
};

const coverSentence = (uncovered: number, { text, count }: Texts): EvidenceSentence =>
  plain(uncovered === 0 ? text('evidence.covered') : text('evidence.uncovered', { count: count(uncovered) }));

/** What a reader of any screen should know of the evidence: how far it goes, who stands for it, what is open. */
export const evidenceSentences = (evidence: EvidenceView, texts: Texts): readonly EvidenceSentence[] => {
  const { checkpoint, sealing, exposureWindowSeconds, heartbeatSeconds } = evidence;
  const { text, language } = texts;
  if (checkpoint === null) return [weak(text('evidence.none'))];
  const busy = formatSpan(exposureWindowSeconds, language);
  const idle = formatSpan(heartbeatSeconds, language);
  return [
    plain(text('evidence.checkpoint', { moment: formatMoment(checkpoint.publishedAt) })),
    witnessSentence(evidence, texts),
    ...(sealing === null ? [] : [coverSentence(Number(sealing.uncovered), texts)]),
    plain(text('evidence.window', { busy, idle })),
  ];
};

/** What must not be overlooked; null: sealing goes on, or has not begun. */
export type EvidenceAlarm = { readonly title: string; readonly since: string | null; readonly why: string | null };

export const evidenceAlarm = ({ refused, sealing }: EvidenceView, { text, language }: Texts): EvidenceAlarm | null => {
  if (refused !== null) {
    const { sentence, remedy, since } = refused;
    return {
      title: text('evidence.refused'),
      since: text('evidence.refused.since', { moment: formatMoment(since) }),
      why: `${sentence[language]}. ${remedy[language]}`,
    };
  }
  if (sealing?.status !== 'silent' && sealing?.status !== 'failing') return null;
  const why = language === 'vi' ? sealing.message : sealing.messageEn;
  return { title: text(`evidence.${sealing.status}`), since: null, why };
};
