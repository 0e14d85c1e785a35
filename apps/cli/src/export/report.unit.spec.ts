import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { BundleEvent } from '#evidence/bundle/bundle.ts';
import { canonicalize } from '#evidence/canonical-json.ts';
import { commitmentTo } from '#evidence/sealed/sealed-field.ts';
import { html } from './markup.ts';
import { bundleReport, type ReportParts } from './report.ts';

const salt = new Uint8Array(32).fill(7);

const eventAt = (
  position: bigint,
  changes: Readonly<Record<string, unknown>> = {},
  openings: BundleEvent['openings'] = [],
) => ({
  position,
  canonical: canonicalize({
    id: `e-${position}`,
    type: 'dossier.returned',
    stream: 'dossier-hs-1',
    occurredAt: '2026-02-28T17:30:00.000Z',
    recordedAt: '2026-03-01T01:02:03.000Z',
    actor: { kind: 'officer', id: 'cb-0001' },
    unit: 'dv-01',
    data: {},
    ...changes,
  }),
  openings,
});

const partsOf = (...events: readonly BundleEvent[]): ReportParts => ({
  events,
  subjects: [{ name: 'officer:cb-0001', chain: { count: 2n, head: new Uint8Array(32) }, proof: [] }],
  inclusion: [],
  checkpoint: `so-cai.example/tinh\n42\n${'A'.repeat(43)}=\n\n— so-cai.example/tinh AAAAAAA=\n— lam-chung.example/tt AAAAAAA=\n`,
  tokens: [],
  madeAt: '2026-03-02T03:00:00.000Z',
});

const reason = (value: string): BundleEvent =>
  eventAt(12n, { data: { reason: commitmentTo(salt, value) } }, [{ path: '/data/reason', salt, value }]);

/** Text of a page by the tags of its elements; throws where the page is not well formed. */
const readPage = (page: string): { readonly text: string; readonly tags: ReadonlySet<string> } => {
  const parser = new SaxesParser();
  const tags = new Set<string>();
  let text = '';
  parser.on('opentag', ({ name }) => tags.add(name));
  parser.on('text', (piece) => (text += piece));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(page.replace('<!doctype html>', '')).close();
  return { text, tags };
};

describe('the printable report', () => {
  it('says about whom, over which period, how many, and every event in Vietnam time with its place and its texts', () => {
    const { text } = readPage(
      bundleReport(partsOf(reason('thiếu bản vẽ'), eventAt(13n, { recordedAt: '2026-03-05T10:00:00.000Z' }))),
    );
    for (const part of [
      'officer:cb-0001',
      '01/03/2026 08:02 – 05/03/2026 17:00',
      '01/03/2026 00:30',
      'trả lại',
      'dossier.returned',
      'dossier:hs-1',
      'thiếu bản vẽ',
      'dv-01',
      'điểm kiểm trên 42 việc',
      'lam-chung.example/tt',
      'ledger verify',
      '02/03/2026 10:00',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/2 việc/);
  });

  it('says of an erased text that it was lawfully erased, and by which entry', () => {
    const erased = eventAt(12n, { data: { reason: commitmentTo(salt, 'x') } });
    const erasure = eventAt(20n, {
      type: 'sealed-field.erased',
      stream: 'erasure-e-12',
      data: { eventId: 'e-12', paths: ['/data/reason'] },
    });
    const { text } = readPage(bundleReport(partsOf(erased, erasure)));
    expect(text).toContain('nội dung đã xóa hợp pháp, việc số 20');
    expect(text).toMatch(/lawfully erased: 1\./);
  });

  it('does not call a text erased that is merely not enclosed', () => {
    const { text } = readPage(bundleReport(partsOf(eventAt(12n, { data: { reason: commitmentTo(salt, 'x') } }))));
    expect(text).toContain('nội dung niêm phong, không kèm theo');
    expect(text).not.toContain('xóa hợp pháp, việc');
  });

  it('says that nobody witnessed a checkpoint that nobody witnessed', () => {
    const parts = partsOf(eventAt(1n));
    const alone = { ...parts, checkpoint: parts.checkpoint.split('\n').slice(0, 5).join('\n').concat('\n') };
    expect(readPage(bundleReport(alone)).text).toMatch(/nhân chứng \/ witnesses:\s+không có/);
  });

  it('is the same page for the same parts', () => {
    expect(bundleReport(partsOf(reason('a')))).toBe(bundleReport(partsOf(reason('a'))));
  });

  it('loads nothing and runs nothing', () => {
    const page = bundleReport(partsOf(reason('a')));
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(readPage(page).tags).not.toContain('script');
    expect(page).not.toMatch(/\b(src|href|on[a-z]+)=/);
  });

  const tagsOfHarmless = readPage(bundleReport(partsOf(reason('a')))).tags;

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'&amp;&#60;script&#62;",
    '</td></tr></table><h1>INTACT</h1>',
    '\u202Egnol\u2066',
    ']]><!--',
  ])('shows %j as the text that it is', (hostile) => {
    const page = bundleReport(
      partsOf(
        reason(hostile),
        eventAt(13n, {
          type: hostile,
          stream: hostile,
          unit: hostile,
          occurredAt: hostile,
          actor: { kind: 'officer', id: hostile },
        }),
      ),
    );
    const { text, tags } = readPage(page);
    expect(text.split(hostile).length - 1).toBeGreaterThanOrEqual(6);
    expect(tags).toEqual(tagsOfHarmless);
  });

  it('gives every text back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(readPage(`<p>${html`${text}`.html}</p>`).text.replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
      }),
    );
  });
});
