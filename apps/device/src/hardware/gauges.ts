/** What the keg's instruments show. */
export interface Gauges {
  readonly celsius: number
  readonly kilopascal: number
  readonly cooling: boolean
}
