const kinds = /^(Đảng bộ|Đảng ủy|Chi bộ cơ sở|Chi bộ) /
const levels = /^(xã|phường|thị trấn|huyện|thành phố|thôn|bản|khu|tổ dân phố|tổ) (?=[\p{Lu}\d])/u

/** «Đảng bộ xã Hiệp Lực» → «Hiệp Lực»: for a list in which every name begins alike, and for a tile with little room. */
export function shortName(name: string): string {
  return name.replace(kinds, '').replace(levels, '')
}
