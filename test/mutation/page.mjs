import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const today = () =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format();

const grouped = (survivors) => {
  const groups = new Map();
  for (const survivor of survivors) {
    const name = survivor.why ?? 'Chưa giải thích / Not explained';
    groups.set(name, [...(groups.get(name) ?? []), survivor]);
  }
  return groups;
};

const cut = (text) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** docs/verifier-mutants.md: figures, and every survivor under the reason why no test can notice it. */
export const writePage = ({ root, chosen, survivors, minutes }) => {
  const unexplained = survivors.filter(({ why }) => why === null).length;
  const lines = [
    '# Thử làm hỏng bộ kiểm chứng / Mutants of the verifier',
    '',
    '`npm run mutants` làm hỏng mã kiểm chứng của `libs/evidence` từng chỗ một và xem các kiểm thử có nhận ra không. Tệp này do lệnh ấy viết.',
    'The script spoils the verifying code in one place at a time and asks whether the tests notice ([decision 0096](decisions/0096-tests-judge-the-mutants.md)). This page is written by it.',
    '',
    `${today()}: ${chosen.length} chỗ làm hỏng, ${chosen.length - survivors.length} bị nhận ra, ${survivors.length - unexplained} được giải thích, ${unexplained} chưa; ${minutes.toFixed(1)} phút.`,
    `${chosen.length} mutants, ${chosen.length - survivors.length} killed, ${survivors.length - unexplained} survive and are explained, ${unexplained} survive unexplained; ${minutes.toFixed(1)} minutes.`,
    '',
  ];
  for (const [why, members] of grouped(survivors)) {
    lines.push(`## ${why}`, '');
    for (const { file, code, change } of members)
      lines.push(
        `- ${file.replace('libs/evidence/src/', '')}`,
        '',
        '  ```text',
        `  ${cut(code)}`,
        `  ${cut(change)}`,
        '  ```',
        '',
      );
  }
  writeFileSync(join(root, 'docs/verifier-mutants.md'), `${lines.join('\n').trimEnd()}\n`);
};
