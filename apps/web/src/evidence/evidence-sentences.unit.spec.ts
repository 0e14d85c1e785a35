import { describe, expect, it } from '@jest/globals';
import type { EvidenceView, SealingHealth } from '#contracts/evidence-views.ts';
import { textsIn } from '../language/text.ts';
import { evidenceAlarm, evidenceSentences } from './evidence-sentences.ts';

const at = '2026-03-02T01:00:00.000Z';
const witness = { name: 'w1.example/a', key: 'w1.example/a+1+a', cosignedAt: at };
const healthy: SealingHealth = {
  status: 'sealing',
  message: null,
  messageEn: null,
  sealed: '20887',
  uncovered: '0',
  publishedAt: at,
};
const sealed: EvidenceView = {
  origin: 'so-cai.example/tinh',
  incarnation: 1,
  key: 'so-cai.example/tinh+1+a',
  checkpoint: { size: '20887', root: 'A'.repeat(44), publishedAt: at },
  witnesses: [witness, { ...witness, cosignedAt: null }],
  quorum: 1,
  witnessed: true,
  timeStamp: null,
  exposureWindowSeconds: 10,
  heartbeatSeconds: 3_600,
  refused: null,
  failing: null,
  subjectMap: null,
  sealing: healthy,
};

const [vi, en] = [textsIn('vi'), textsIn('en')];
const said = (evidence: EvidenceView, texts = vi): readonly string[] =>
  evidenceSentences(evidence, texts).map(({ words, weak }) => (weak ? `! ${words}` : words));

describe('the state of the evidence in words', () => {
  it('is the last checkpoint, who cosigned it, what is not covered, and the window', () => {
    expect(said(sealed)).toEqual([
      'Điểm kiểm cuối: 02/03/2026 08:00.',
      'Nhân chứng đã ký: 1/2.',
      'Mọi việc đã ghi đều được phủ.',
      'Khoảng hở: 10 giây khi có việc mới, 1 giờ khi không có gì.',
    ]);
    expect(said({ ...sealed, sealing: { ...healthy, uncovered: '1204' } }, en)).toEqual([
      'Last checkpoint: 02/03/2026 08:00.',
      'Witnesses that cosigned: 1/2.',
      'Events not covered yet: 1,204.',
      'Exposure window: 10 seconds while work comes in, 1 hour otherwise.',
    ]);
  });

  it('points out that there are too few witnesses, or none at all', () => {
    const [, few] = said({ ...sealed, quorum: 2, witnessed: false });
    expect(few).toBe('! Nhân chứng đã ký: 1/2, cần 2: chưa đủ.');
    const [, none] = said({ ...sealed, witnesses: [], quorum: 0, witnessed: false });
    expect(none).toMatch(/^! Không có nhân chứng/);
  });

  it('is one sentence before the first checkpoint, and says nothing of what it could not ask', () => {
    expect(said({ ...sealed, checkpoint: null })).toEqual([
      '! Sổ chưa được niêm phong lần nào: chưa có gì để kiểm chứng.',
    ]);
    expect(said({ ...sealed, sealing: null })).toHaveLength(3);
  });
});

describe('the alarm', () => {
  const silent: SealingHealth = { ...healthy, status: 'silent', message: 'Chạy lại', messageEn: 'Run again' };

  it('is silent while sealing goes on, has not begun, or could not be asked about', () => {
    const calm = [sealed, { ...sealed, sealing: null }, { ...sealed, sealing: { ...healthy, status: 'not-begun' } }];
    expect(calm.map((evidence) => evidenceAlarm(evidence as EvidenceView, vi))).toEqual([null, null, null]);
  });

  it('says since when nothing is sealed, why, and what to do, in the reader’s language', () => {
    const refused = {
      code: 'rolled-back',
      since: at,
      sentence: { vi: 'Dữ liệu bị lùi', en: 'The data went back' },
      remedy: { vi: 'Hãy hỏi người vận hành', en: 'Ask the operator' },
    };
    expect(evidenceAlarm({ ...sealed, refused, sealing: silent }, vi)).toEqual({
      title: 'Sổ không còn được niêm phong',
      since: 'Từ 02/03/2026 08:00. Việc vẫn được ghi, nhưng chưa thể chứng minh.',
      why: 'Dữ liệu bị lùi. Hãy hỏi người vận hành',
    });
    expect(evidenceAlarm({ ...sealed, refused }, en)?.why).toBe('The data went back. Ask the operator');
  });

  it('is raised, too, when nobody seals and when sealing fails', () => {
    expect(evidenceAlarm({ ...sealed, sealing: silent }, vi)).toEqual({
      title: 'Không có tiến trình nào niêm phong sổ',
      since: null,
      why: 'Chạy lại',
    });
    expect(evidenceAlarm({ ...sealed, sealing: { ...silent, status: 'failing' } }, en)).toEqual({
      title: 'Sealing has trouble',
      since: null,
      why: 'Run again',
    });
  });
});
