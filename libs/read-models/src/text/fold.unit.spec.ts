import { describe, expect, it } from '@jest/globals';
import { foldText, prefixQuery } from './fold.ts';

describe('folded text', () => {
  it('ignores accents, case and where the tone stands', () => {
    expect(foldText('Đường Hoà Bình')).toBe('duong hoa binh');
    expect(foldText('ĐƯỜNG HÒA BÌNH')).toBe('duong hoa binh');
  });

  it('reads composed and decomposed text alike', () => {
    const name = 'Nguyễn Thị Thuỷ';
    expect(foldText(name.normalize('NFD'))).toBe(foldText(name.normalize('NFC')));
  });

  it('splits a document number into words', () => {
    expect(foldText('14/CT-UBND')).toBe('14 ct ubnd');
  });

  it('asks for every word as a prefix, and for nothing when there is no word', () => {
    expect(prefixQuery('Sở Xây')).toBe(`'so':* & 'xay':*`);
    expect(prefixQuery(`' & !`)).toBeNull();
  });
});
