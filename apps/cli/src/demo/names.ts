import type { Random } from './random.ts';

/** Surnames with rough shares of the population; combined at random, so that they name nobody in particular. */
const surnames: readonly (readonly [string, number])[] = [
  ['Nguyễn', 31],
  ['Trần', 11],
  ['Lê', 9.5],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 4.5],
  ['Vũ', 4],
  ['Đặng', 2.5],
  ['Bùi', 2.5],
  ['Đỗ', 2],
  ['Hồ', 1.5],
  ['Ngô', 1.5],
  ['Dương', 1.2],
  ['Lý', 1],
  ['Đinh', 1],
  ['Trương', 1],
  ['Mai', 0.8],
  ['Tạ', 0.6],
  ['Cao', 0.6],
  ['Lương', 0.6],
  ['Đoàn', 0.6],
  ['Hà', 0.5],
  ['Thái', 0.4],
  ['Quách', 0.3],
];

const womensMiddle = ['Thị', 'Thị Thu', 'Thị Thanh', 'Ngọc', 'Thị Minh', 'Thị Hồng', 'Thùy', 'Thị Bích', 'Diệu', 'Như'];
const womensGiven = [
  'Hạnh',
  'Lan',
  'Hương',
  'Thảo',
  'Mai',
  'Nhung',
  'Yến',
  'Quỳnh',
  'Trang',
  'Hằng',
  'Oanh',
  'Liên',
  'Tuyết',
  'Vân',
  'Thủy',
  'Ngân',
  'Hiền',
  'Loan',
  'Dung',
  'Châu',
];
const mensMiddle = ['Văn', 'Đức', 'Minh', 'Quang', 'Hữu', 'Xuân', 'Công', 'Đình', 'Quốc', 'Trọng', 'Thành', 'Bá'];
const mensGiven = [
  'Hùng',
  'Dũng',
  'Tuấn',
  'Nam',
  'Sơn',
  'Hải',
  'Long',
  'Cường',
  'Thắng',
  'Bình',
  'Phúc',
  'Khánh',
  'Tùng',
  'Hiếu',
  'Đạt',
  'Vinh',
  'Lâm',
  'Toàn',
  'Quyết',
  'Trung',
];

/** No two officers of the sample share a name: a reader should be able to tell them apart. */
export const drawNames = (count: number, random: Random): string[] => {
  const names = new Set<string>();
  while (names.size < count) {
    const [middle, given] = random.chance(0.45) ? [womensMiddle, womensGiven] : [mensMiddle, mensGiven];
    names.add(`${random.weighted(surnames)} ${random.pick(middle)} ${random.pick(given)}`);
  }
  return [...names];
};
