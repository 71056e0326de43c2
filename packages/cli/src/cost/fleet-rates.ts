/** What a fleet does, in numbers that a person can check in a bar. */
export interface FleetRates {
  readonly kegs: number
  /** How many kegs stand behind one gateway. */
  readonly kegsPerSite: number
  /** How often a keg measures while nobody pours, in seconds; while somebody does, every second. */
  readonly intervalSec: number
  /** Pours of one keg a day, and how long one takes, in seconds. */
  readonly poursPerDay: number
  readonly pourSec: number
  /** Settings that people change, commands, and alerts with their end: of one keg, a day. */
  readonly settingsPerDay: number
  readonly commandsPerDay: number
  readonly alertsPerDay: number
  /** How often a connection is made anew, a day. */
  readonly reconnectsPerDay: number
  /** How many hours a day a page of each site is open. */
  readonly pageHours: number
  /** How often a gateway sends a batch while nobody watches, in seconds. */
  readonly batchSec: number
}

/** The rates of the reference system, in a bar of twenty kegs. */
export const DEFAULT_RATES: Omit<FleetRates, 'kegs'> = {
  kegsPerSite: 20, intervalSec: 10, poursPerDay: 60, pourSec: 5, settingsPerDay: 1, commandsPerDay: 1, alertsPerDay: 0.2,
  reconnectsPerDay: 1, pageHours: 4, batchSec: 60,
}

export const DAY_SEC = 86_400
/** A month on a bill. */
export const MONTH_DAYS = 30

/** Readings that a keg sends a day: every second while it pours, and one more when that begins and ends. */
export function readingsPerDay({ intervalSec, poursPerDay, pourSec }: FleetRates): number {
  const pouringSec = Math.min(DAY_SEC, poursPerDay * pourSec)
  return (DAY_SEC - pouringSec) / intervalSec + pouringSec + 2 * poursPerDay
}

export const sitesOf = ({ kegs, kegsPerSite }: FleetRates): number => Math.ceil(kegs / kegsPerSite)
