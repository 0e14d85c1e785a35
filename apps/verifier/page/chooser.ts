import type { Bilingual } from '../src/arguments.ts';
import { element, spoken } from './dom.ts';
import { inEveryLanguage, phrase } from './language.ts';

export type Role = 'bundle' | 'policy';
export type Chosen = Readonly<Record<Role, File | null>>;

const labels: Readonly<Record<Role, Bilingual>> = {
  bundle: { vi: 'Chọn gói vết…', en: 'Choose the bundle…' },
  policy: { vi: 'Chọn chính sách…', en: 'Choose the policy…' },
};
const explained: Readonly<Record<Role, Bilingual>> = {
  bundle: { vi: 'Tệp nhận từ nơi giữ sổ.', en: 'The file handed over by the keeper of the ledger.' },
  policy: {
    vi: 'Tệp của chính bạn: bạn tin khóa nào. Không lấy từ nơi giữ sổ.',
    en: 'Your own file: whose keys you trust. Not from the keeper of the ledger.',
  },
};
const noFile: Bilingual = { vi: 'Chưa chọn tệp', en: 'No file chosen' };

/** A bundle begins so; a policy is a small JSON file. A spoilt bundle must still pass for a bundle. */
const roleOf = async (file: File): Promise<Role> => {
  if (file.size > 1_000_000) return 'bundle';
  const text = await file.text();
  return /^\s*\{/u.test(text) && !text.startsWith('{"manifest"') && text.includes('"logs"') ? 'policy' : 'bundle';
};

/** Two buttons, and the whole window to drop files on. `onChange` hears of every choice. */
export const chooser = (onChange: (chosen: Chosen) => void): HTMLElement => {
  let chosen: Chosen = { bundle: null, policy: null };
  const shown: (() => void)[] = [];
  const choose = (files: readonly (readonly [Role, File])[]): void => {
    for (const [role, file] of files) chosen = { ...chosen, [role]: file };
    for (const show of shown) show();
    if (files.length > 0) onChange(chosen);
  };
  const field = (role: Role): HTMLElement => {
    const name = element('span', { class: 'file-name' });
    const show = (): void => {
      name.textContent = chosen[role]?.name ?? phrase(noFile);
    };
    shown.push(show);
    inEveryLanguage(show);
    const input = element('input', { type: 'file', id: role, 'aria-describedby': `${role}-about` });
    input.addEventListener('change', () => {
      choose(Array.from(input.files ?? [], (file) => [role, file] as const));
      // The same file, changed meanwhile, may be chosen again.
      input.value = '';
    });
    const about = spoken('span', { id: `${role}-about`, class: 'about' }, explained[role]);
    return element('div', { class: 'field' }, input, spoken('label', { for: role }, labels[role]), name, about);
  };
  dropOn(document, choose);
  return element('div', { class: 'fields' }, field('bundle'), field('policy'));
};

const dropOn = (target: Document, choose: (files: readonly (readonly [Role, File])[]) => void): void => {
  target.addEventListener('dragover', (event) => event.preventDefault());
  target.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    void Promise.all(
      files.map(async (file) => [await roleOf(file).catch(() => 'bundle' as const), file] as const),
    ).then(choose);
  });
};
