import { describe, expect, it } from '@jest/globals';
import { flipped, madeBundle, otherPolicyText, policyText, report } from '../../../test/acceptance/verifier-bundle.ts';
import { runVerify, type VerifyIo } from './run.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const failure = (code: string): Error => Object.assign(new Error(`${code}: from the machine`), { code });
const bundle = madeBundle(20);

type Told = {
  readonly out: string[];
  readonly err: string[];
  readonly written: Map<string, string>;
  readonly progress: (string | null)[];
};

/** A machine with these files. */
const told = (files: Readonly<Record<string, Uint8Array | Error>> = {}): readonly [Told, VerifyIo] => {
  const found: Told = { out: [], err: [], written: new Map(), progress: [] };
  const all: Readonly<Record<string, Uint8Array | Error>> = { vet: bundle, p: utf8(policyText), ...files };
  const io: VerifyIo = {
    readFile: (path) => {
      const file = all[path] ?? failure('ENOENT');
      if (file instanceof Error) throw file;
      return file;
    },
    writeFile: (path, text) => {
      const file = all[path];
      if (file !== undefined) throw file instanceof Error ? file : failure('EEXIST');
      found.written.set(path, text);
    },
    out: (line) => found.out.push(line),
    err: (line) => found.err.push(line),
    progress: (text) => found.progress.push(text),
  };
  return [found, io];
};

const ran = (args: string, files?: Readonly<Record<string, Uint8Array | Error>>) => {
  const [found, io] = told(files);
  return {
    code: runVerify(
      args.split(' ').filter((arg) => arg !== ''),
      io,
    ),
    ...found,
  };
};

describe('the verdict', () => {
  it('of an untouched bundle is intact: 0, in both languages', () => {
    const { code, out, err } = ran('vet --policy p');
    expect([code, err]).toEqual([0, []]);
    const [vi, en] = [out.slice(0, out.indexOf('')), out.slice(out.indexOf('') + 1)];
    expect([vi[0], en[0], vi.length]).toEqual(['NGUYÊN VẸN', 'INTACT', en.length]);
  });

  it.each([
    ['vi', ['NGUYÊN VẸN'], ['INTACT']],
    ['en', ['INTACT'], ['NGUYÊN VẸN']],
  ])('is said in one language when asked: %s', (language, there, notThere) => {
    const { out } = ran(`vet --policy=p --lang ${language}`);
    expect(out).toEqual(expect.arrayContaining(there));
    expect(out).not.toEqual(expect.arrayContaining(notThere));
  });

  it('of a bundle with another letter is tampered: 1, and the record is named', () => {
    const { code, out } = ran('vet --policy p', { vet: flipped(bundle) });
    expect([code, out[0]]).toEqual([1, 'BỊ CAN THIỆP']);
    expect(out[1]).toContain('việc số 4');
  });

  it('of a bundle whose witness the reader does not trust is unverifiable: 2', () => {
    const { code, out } = ran('vet --policy p', { p: utf8(otherPolicyText) });
    expect([code, out[0]]).toEqual([2, 'KHÔNG KIỂM CHỨNG ĐƯỢC']);
  });

  it('as JSON says the same to a program', () => {
    const { code, out } = ran('vet --policy p --json');
    expect(code).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      verdict: 'intact',
      findings: [],
      subjects: [{ name: 'officer:cb-1' }],
    });
  });
});

describe('no verdict is 2, with the reason, and never 0 or 1', () => {
  it.each([
    ['', {}, 'Name the bundle to verify.'],
    ['vet', {}, 'Name your policy: --policy FILE.'],
    ['vet --policy', {}, '--policy needs a value.'],
    ['vet --policy=', {}, '--policy needs a value.'],
    ['vet --policy p --policy p', {}, '--policy is given twice.'],
    ['vet vet --policy p', {}, 'One bundle at a time.'],
    ['vet --policy p --quick', {}, 'There is no option --quick.'],
    ['vet --policy p -x', {}, 'There is no option -x.'],
    ['vet --policy p --json=yes --lang vi', {}, 'There is no option --json.'],
    ['vet --policy p --lang fr', {}, '--lang is vi, en or both.'],
    ['gone --policy p', {}, 'Cannot read gone: there is no such file.'],
    ['vet --policy gone', {}, 'Cannot read gone: there is no such file.'],
    ['vet --policy p', { vet: failure('EACCES') }, 'Cannot read vet: no permission.'],
    ['vet --policy p', { vet: failure('EISDIR') }, 'Cannot read vet: it is a folder, not a file.'],
    ['vet --policy p', { vet: failure('EIO') }, 'Cannot read vet: EIO: from the machine.'],
    ['-- --policy p', {}, 'One bundle at a time.'],
  ])('%s', (args, files, said) => {
    const { code, out, err } = ran(args, files);
    expect([code, out]).toEqual([2, []]);
    expect(err).toContain(said);
  });

  it.each(['', '{}', 'vet', '[]', policyText.replace('"quorum"', '"quota"'), `${policyText} x`])(
    'a policy that is none: %j',
    (text) => {
      const { code, err } = ran('vet --policy p', { p: utf8(text) });
      expect(code).toBe(2);
      expect(err.join()).toMatch(/Chính sách p không dùng được: .+The policy p cannot be used: /su);
    },
  );

  it.each([
    [
      'gone --policy away',
      {},
      ['Cannot read away: there is no such file.', 'Cannot read gone: there is no such file.'],
    ],
    ['gone --policy p', { p: utf8('{}') }, ['The policy p cannot be used: ', 'Cannot read gone: ']],
  ])('every fault is named: %s', (args, files, starts) => {
    const { code, err } = ran(`${args} --lang en`, files);
    expect(code).toBe(2);
    expect(err).toHaveLength(2);
    expect(starts.filter((start, at) => err[at]?.startsWith(start) !== true)).toEqual([]);
    const { out } = ran(`${args} --json`, files);
    const { findings } = JSON.parse(out.join('\n')) as { findings: { en: string }[] };
    expect(findings.map(({ en }) => en)).toEqual(err);
  });

  it('is JSON, too, where JSON was asked for', () => {
    for (const [args, code] of [
      ['--json', 'usage'],
      ['gone --policy p --json', 'unreadable-file'],
      ['vet --policy vet --json', 'bad-policy'],
    ] as const) {
      const { out, err } = ran(args);
      expect(JSON.parse(out.join('\n'))).toMatchObject({ verdict: 'unverifiable', findings: [{ code }] });
      expect(err).toEqual([]);
    }
  });

  it('holds when the machine throws something that is no error', () => {
    const [found, io] = told();
    const broken: VerifyIo = {
      ...io,
      out: () => {
        throw failure('EPIPE');
      },
    };
    expect(runVerify(['vet', '--policy', 'p'], broken)).toBe(2);
    expect(found.err.join()).toContain('The verifier failed midway and has no verdict');
  });
});

describe('the report', () => {
  it('is written to a new file when the bundle is intact', () => {
    const { code, written } = ran('vet --policy p --report out.html');
    expect([code, written.get('out.html')]).toEqual([0, report]);
  });

  it('is not written when it is not, which changes nothing about the verdict', () => {
    const { code, written, err } = ran('vet --policy p --report out.html', { vet: flipped(bundle) });
    expect([code, written.size]).toEqual([1, 0]);
    expect(err).toContain('No report was written: the bundle is not intact.');
  });

  it.each([
    ['vet', 'Cannot write the report to vet: there is a file of that name already.'],
    ['locked', 'Cannot write the report to locked: no permission.'],
  ])('over %s is refused and ends with 2: not everything asked for was done', (path, said) => {
    const { code, err, out } = ran(`vet --policy p --report ${path}`, { locked: failure('EACCES') });
    expect([code, out[0]]).toEqual([2, 'NGUYÊN VẸN']);
    expect(err).toContain(said);
  });
});

it('help is an answer: 0, in both languages, whatever else is wrong', () => {
  const { code, out, err } = ran('--nonsense --help');
  expect([code, err]).toEqual([0, []]);
  expect(out.join('\n')).toMatch(/Cách dùng: verify FILE.+Usage: verify FILE/su);
});

it('whoever waits for a large file is told, and not for a small one', () => {
  expect(ran('vet --policy p').progress).toEqual([null]);
  const large = Buffer.concat([bundle, Buffer.alloc(5_000_000, 0x20)]);
  const { code, progress } = ran('vet --policy p', { vet: large });
  expect(progress).toEqual(['Đang kiểm chứng 5 MB… / verifying 5 MB…', null]);
  expect(code).toBe(1);
});
