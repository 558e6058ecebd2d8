import { lookUp } from './look-up.ts'

/** A measure as a page of that language prints it: the register keeps «m2», a page has «m²»; one it does not know stays. */
export function sayMeasure(measure: string, lang: 'vi' | 'en'): string {
  return lookUp(measures, measure)?.[lang] ?? measure
}

const same = (said: string) => ({ vi: said, en: said })
const measures: Record<string, Record<'vi' | 'en', string>> = {
  m2: same('m²'),
  km2: same('km²'),
  m3: same('m³'),
  ha: same('ha'),
  m: same('m'),
  km: same('km'),
  kg: same('kg'),
  '%': same('%'),
  đồng: same('đồng'),
  'ngày công': { vi: 'ngày công', en: 'workdays' },
  'hồ sơ': { vi: 'hồ sơ', en: 'dossiers' },
  tấn: { vi: 'tấn', en: 'tonnes' },
  nhà: { vi: 'nhà', en: 'halls' },
  sân: { vi: 'sân', en: 'grounds' },
  hộ: { vi: 'hộ', en: 'households' },
  'tiêu chí': { vi: 'tiêu chí', en: 'criteria' },
  người: { vi: 'người', en: 'people' },
  lượt: { vi: 'lượt', en: 'times' },
  'lượt người': { vi: 'lượt người', en: 'visits' },
  'việc làm': { vi: 'việc làm', en: 'jobs' },
}
