import { describe, expect, it } from '@jest/globals';
import { derivedUuid, dossierIdOf, isOpaque, officerIdOf, unitIdOf } from './ids.ts';

describe('ids of an import', () => {
  it('keeps what is safe in a URL', () => {
    expect([dossierIdOf('case-10011', ''), dossierIdOf('7', 'wabo-'), officerIdOf('Resource10')]).toEqual([
      'case-10011',
      'wabo-7',
      'Resource10',
    ]);
  });

  it('makes the rest readable and distinct', () => {
    const ids = ['Tổ tiếp nhận', 'To tiep nhan', 'Đất đai', '../x', '…'].map(unitIdOf);
    expect(ids.map((id) => id.replace(/~[0-9a-f]{16}$/u, '~'))).toEqual([
      'To-tiep-nhan~',
      'To-tiep-nhan~',
      'Dat-dai~',
      'x~',
      'x~',
    ]);
    expect(new Set(ids).size).toBe(5);
  });

  it('never lets a name stand in an officer id', () => {
    const id = officerIdOf('Nguyễn Thị Bình');
    expect(id).toMatch(/^officer~[0-9a-f]{16}$/u);
    expect([isOpaque(id), isOpaque('Resource10')]).toEqual([true, false]);
  });

  it('derives a name again that looks like a derived id', () => {
    const id = unitIdOf('Đất đai');
    expect(unitIdOf(id)).not.toBe(id);
  });

  it('makes UUIDs of version 8 that follow from the content alone', () => {
    expect(derivedUuid('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(derivedUuid('a', 'b')).toBe(derivedUuid('a', 'b'));
    expect(derivedUuid('ab', '')).not.toBe(derivedUuid('a', 'b'));
  });
});
