import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fromBase64, toBase64 } from '#evidence/note/base64.ts';
import { isKeyName } from '#evidence/note/note.ts';
import { CliFailure, codeOf } from '../frame/failure.ts';
import { placeNew } from './place-new.ts';

/** Name and 32-byte seed: they belong together, since the cosignature does not commit to the name. */
export type WitnessKey = { readonly name: string; readonly seed: Uint8Array };

const seedBytes = 32;

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

const parse = (text: string, path: string): WitnessKey => {
  const [name = '', encoded = '', end, ...more] = text.split('\n');
  const seed = fromBase64(encoded);
  if (!isKeyName(name) || seed?.length !== seedBytes || end !== '' || more.length > 0)
    throw new CliFailure({
      vi: `Tệp khóa của bên làm chứng không đọc được: ${path}. Hãy khôi phục từ bản sao lưu; đừng tạo khóa mới cùng tên.`,
      en: `The key of the witness cannot be read: ${path}. Restore it from a backup; do not make a new one under its name.`,
    });
  return { name, seed };
};

const refuseReadable = async (path: string): Promise<void> => {
  if (process.platform === 'win32' || ((await stat(path)).mode & 0o077) === 0) return;
  throw new CliFailure({
    vi: `Người khác đọc được tệp khóa ${path}. Chạy: chmod 600 ${path}`,
    en: `Others can read the key file ${path}. Run: chmod 600 ${path}`,
  });
};

const chosenName = (name: string | undefined): string => {
  const chosen = name ?? `${hostname()}/ledger-witness`;
  if (isKeyName(chosen)) return chosen;
  throw new CliFailure(
    {
      vi: `Tên không hợp lệ (không dấu cách, không dấu +): ${chosen}`,
      en: `Not a name without spaces and +: ${chosen}`,
    },
    2,
  );
};

/**
 * The key kept in the folder, made at the first start. `fresh`: made just now. Throws CliFailure when it
 * cannot be read, others can read it, or it belongs to another name.
 */
export const witnessKeyIn = async (
  dir: string,
  name: string | undefined,
): Promise<WitnessKey & { readonly fresh: boolean }> => {
  const path = join(dir, 'witness-key');
  let text = await readIfThere(path);
  const made = `${chosenName(name)}\n${toBase64(new Uint8Array(randomBytes(seedBytes)))}\n`;
  const fresh = text === null && (await placeNew(path, new TextEncoder().encode(made)));
  // Two first starts at once: the key that came first is the key of both.
  text ??= await readFile(path, 'utf8');
  const key = parse(text, path);
  await refuseReadable(path);
  if (name !== undefined && name !== key.name)
    throw new CliFailure({
      vi: `Khóa trong thư mục này mang tên ${key.name}, không phải ${name}. Tên khác cần thư mục khác.`,
      en: `The key in this folder is named ${key.name}, not ${name}. Another name needs another folder.`,
    });
  return { ...key, fresh };
};
