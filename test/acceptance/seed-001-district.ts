import type { Cast } from './seed-story.ts';

/** The district of letter 001: its divisions, its Office and a commune. The commune never held its dissemination. */
export const districtOf2023: Cast = {
  units: [
    ['al-ubnd', 'UBND huyện An Lão', 'district-committee', null],
    ['al-vp', 'Văn phòng HĐND&UBND huyện', 'province-office', 'al-ubnd'],
    ['al-nv', 'Phòng Nội vụ', 'division', 'al-ubnd'],
    ['al-tnmt', 'Phòng Tài nguyên và Môi trường', 'division', 'al-ubnd'],
    ['al-tckh', 'Phòng Tài chính – Kế hoạch', 'division', 'al-ubnd'],
    ['al-ktht', 'Phòng Kinh tế – Hạ tầng', 'division', 'al-ubnd'],
    ['al-xa', 'UBND xã Bát Trang', 'commune-committee', 'al-ubnd'],
  ],
  officers: [
    ['al-chu-tich', 'Ngô Thị Lan', 'al-ubnd', 'head'],
    ['al-chanh-vp', 'Đào Văn Minh', 'al-vp', 'head'],
    ['al-cv-vp', 'Phan Thị Nga', 'al-vp', 'member'],
    ['al-tp-nv', 'Hoàng Văn Oanh', 'al-nv', 'head'],
    ['al-tp-tnmt', 'Trịnh Thị Phúc', 'al-tnmt', 'head'],
    ['al-cv-tnmt', 'Cao Văn Quang', 'al-tnmt', 'member'],
    ['al-vt-tnmt', 'Lê Thị Rạng', 'al-tnmt', 'clerk'],
    ['al-tp-tckh', 'Nguyễn Văn Sáng', 'al-tckh', 'head'],
    ['al-cv-tckh', 'Bùi Thị Thu', 'al-tckh', 'member'],
    ['al-vt-tckh', 'Vũ Văn Út', 'al-tckh', 'clerk'],
    ['al-tp-ktht', 'Đặng Thị Vân', 'al-ktht', 'head'],
    ['al-cv-ktht', 'Phạm Văn Ý', 'al-ktht', 'member'],
    ['al-vt-ktht', 'Tô Thị An', 'al-ktht', 'clerk'],
    ['al-ct-xa', 'Trần Văn Bát', 'al-xa', 'head'],
    ['al-vt-xa', 'Mạc Thị Cúc', 'al-xa', 'clerk'],
  ],
  authorities: [
    ['al-tnmt', 'xac-nhan-dat', 'decide'],
    ['al-ktht', 'cap-phep-xay-dung', 'decide'],
    ['al-tckh', 'quyet-toan', 'decide'],
    ['al-ubnd', 'boi-thuong', 'decide'],
    ['al-tnmt', 'boi-thuong', 'advise'],
  ],
  instrument: 'an-lao-2023',
  boundTo: ['al-vp', 'al-nv', 'al-tnmt', 'al-tckh', 'al-ktht', 'al-xa'],
  since: '2024-01-01',
  madeKnown: { on: '2024-01-12', units: ['al-vp', 'al-nv', 'al-tnmt', 'al-tckh', 'al-ktht'] },
  begins: '2024-03-04 08:00',
};
