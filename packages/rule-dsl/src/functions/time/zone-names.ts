/** A zone name of Java's English texts, with a zone that shows it. */
interface NamedZone {
  readonly name: string
  readonly longName: string
  readonly zone: string
}

const rows = (text: string): readonly NamedZone[] =>
  text.trim().split('\n').map((row) => {
    const [name = '', zone = '', ...words] = row.trim().split(' ')
    return { name, zone, longName: words.join(' ') }
  })

/** Abbreviations as Java's Locale.ENGLISH has them; `Intl` knows most of them in some locale only. */
export const namedZones = rows(`
  EST America/New_York Eastern Standard Time
  EDT America/New_York Eastern Daylight Time
  CST America/Chicago Central Standard Time
  CDT America/Chicago Central Daylight Time
  MST America/Denver Mountain Standard Time
  MDT America/Denver Mountain Daylight Time
  PST America/Los_Angeles Pacific Standard Time
  PDT America/Los_Angeles Pacific Daylight Time
  AKST America/Anchorage Alaska Standard Time
  AKDT America/Anchorage Alaska Daylight Time
  HST Pacific/Honolulu Hawaii-Aleutian Standard Time
  AST America/Halifax Atlantic Standard Time
  ADT America/Halifax Atlantic Daylight Time
  NST America/St_Johns Newfoundland Standard Time
  NDT America/St_Johns Newfoundland Daylight Time
  BRT America/Sao_Paulo Brasilia Standard Time
  BRST America/Sao_Paulo Brasilia Summer Time
  ART America/Argentina/Buenos_Aires Argentina Standard Time
  CLT America/Santiago Chile Standard Time
  CLST America/Santiago Chile Summer Time
  VET America/Caracas Venezuela Time
  COT America/Bogota Colombia Standard Time
  PET America/Lima Peru Standard Time
  GMT Europe/London Greenwich Mean Time
  BST Europe/London British Summer Time
  IST Europe/Dublin Irish Standard Time
  WET Europe/Lisbon Western European Standard Time
  WEST Europe/Lisbon Western European Summer Time
  CET Europe/Paris Central European Standard Time
  CEST Europe/Paris Central European Summer Time
  EET Europe/Helsinki Eastern European Standard Time
  EEST Europe/Helsinki Eastern European Summer Time
  MSK Europe/Moscow Moscow Standard Time
  TRT Europe/Istanbul Türkiye Time
  SAST Africa/Johannesburg South Africa Standard Time
  EAT Africa/Nairobi East Africa Time
  CAT Africa/Maputo Central Africa Time
  WAT Africa/Lagos West Africa Standard Time
  IST Asia/Jerusalem Israel Standard Time
  IDT Asia/Jerusalem Israel Daylight Time
  AST Asia/Riyadh Arabian Standard Time
  IRST Asia/Tehran Iran Standard Time
  GST Asia/Dubai Gulf Standard Time
  PKT Asia/Karachi Pakistan Standard Time
  IST Asia/Kolkata India Standard Time
  NPT Asia/Kathmandu Nepal Time
  BST Asia/Dhaka Bangladesh Standard Time
  ICT Asia/Bangkok Indochina Time
  WIB Asia/Jakarta Western Indonesia Time
  SGT Asia/Singapore Singapore Standard Time
  HKT Asia/Hong_Kong Hong Kong Standard Time
  CST Asia/Shanghai China Standard Time
  PHT Asia/Manila Philippine Standard Time
  KST Asia/Seoul Korean Standard Time
  JST Asia/Tokyo Japan Standard Time
  AWST Australia/Perth Australian Western Standard Time
  ACST Australia/Adelaide Australian Central Standard Time
  ACDT Australia/Adelaide Australian Central Daylight Time
  AEST Australia/Sydney Australian Eastern Standard Time
  AEDT Australia/Sydney Australian Eastern Daylight Time
  NZST Pacific/Auckland New Zealand Standard Time
  NZDT Pacific/Auckland New Zealand Daylight Time
`)

/** Names that mean a zone and not a time of the year, or that several zones share. */
export const generalNames: ReadonlyMap<string, string> = new Map([
  ['UTC', 'UTC'],
  ['UT', 'UTC'],
  ['GMT', 'UTC'],
  ['Z', 'UTC'],
  ['IST', 'Asia/Kolkata'],
  ['ET', 'America/New_York'],
  ['CT', 'America/Chicago'],
  ['MT', 'America/Denver'],
  ['PT', 'America/Los_Angeles'],
])
