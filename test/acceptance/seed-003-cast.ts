import type { Cast } from './seed-story.ts';

export const letter = 'dak-lak-2023';

/** Đắk Lắk in November 2023: a committee, its Office, four departments and a district. */
export const cast: Cast = {
  units: [
    ['ubnd', 'UBND tỉnh Đắk Lắk', 'province-committee', null],
    ['vp', 'Văn phòng UBND tỉnh', 'province-office', 'ubnd'],
    ['snv', 'Sở Nội vụ', 'department', 'ubnd'],
    ['sxd', 'Sở Xây dựng', 'department', 'ubnd'],
    ['stc', 'Sở Tài chính', 'department', 'ubnd'],
    ['stc-ns', 'Phòng Quản lý ngân sách', 'division', 'stc'],
    ['stnmt', 'Sở Tài nguyên và Môi trường', 'department', 'ubnd'],
    ['kp', 'UBND huyện Krông Pắc', 'district-committee', 'ubnd'],
    ['kp-1c', 'Bộ phận Một cửa huyện', 'service-centre', 'kp'],
    ['kp-tnmt', 'Phòng Tài nguyên và Môi trường huyện', 'division', 'kp'],
  ],
  officers: [
    ['chu-tich', 'Y Wăn Niê', 'ubnd', 'head'],
    ['chanh-vp', 'Phạm Văn An', 'vp', 'head'],
    ['gd-nv', 'Lê Thị Bình', 'snv', 'head'],
    ['gd-xd', 'Trần Văn Cư', 'sxd', 'head'],
    ['pgd-xd', 'Hồ Thị Duyên', 'sxd', 'deputy'],
    ['cv-xd', 'Đỗ Văn Hai', 'sxd', 'member'],
    ['gd-tc', 'Ngô Thị Giang', 'stc', 'head'],
    ['cv-tc', 'Bùi Văn Hòa', 'stc', 'member'],
    ['vt-tc', 'Vũ Thị Hạnh', 'stc', 'clerk'],
    ['tp-ns', 'Mai Văn Ích', 'stc-ns', 'head'],
    ['gd-tnmt', 'Y Krôk Êban', 'stnmt', 'head'],
    ['cv-tnmt', 'Cao Thị Kim', 'stnmt', 'member'],
    ['cv-dat', 'Đinh Văn Lâm', 'stnmt', 'member'],
    ['ct-kp', 'Tạ Văn Minh', 'kp', 'head'],
    ['cb-1c', 'Lý Thị Nga', 'kp-1c', 'member'],
    ['tp-kp', 'Hoàng Văn Oanh', 'kp-tnmt', 'head'],
    ['cv-kp', 'Phan Thị Phú', 'kp-tnmt', 'member'],
  ],
  authorities: [
    ['stnmt', 'phan-anh-moi-truong', 'decide'],
    ['sxd', 'cap-phep-xay-dung', 'decide'],
  ],
  instrument: letter,
  boundTo: ['ubnd'],
  since: '2023-11-01',
  madeKnown: { on: '2023-11-01', units: ['ubnd', 'vp', 'snv', 'sxd', 'stc', 'stc-ns', 'kp', 'kp-tnmt'] },
  begins: '2023-11-02',
};
