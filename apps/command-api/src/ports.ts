import type { DynamicGroup, FleetJob, Violation } from '@keg/flows/routes'
import type { Command, KegState, PartialSettings, Settings } from '@keg/message-schemas/keg'
import type { NewCommand, Page, PageRequest, ReplayMessage } from '@keg/store'

/** A keg's settings as its shadow has them. */
export interface KegShadow {
  readonly version: number
  readonly desired?: PartialSettings
  readonly reported?: PartialSettings
  /** When each wish was made; absent = that is not known. */
  readonly desiredMetadata?: KegState['desiredMetadata']
}

/** The shadows of the kegs, as far as the API needs them. */
export interface KegShadows {
  /** A keg's shadow, or `undefined` when it has none. */
  read(kegId: string): Promise<KegShadow | undefined>
  /** Sets what is wished of a keg; answers the shadow's new version, `undefined` where it is not at `ifVersion` any more. Absent = any. */
  setDesired(kegId: string, desired: Partial<Settings>, ifVersion?: number): Promise<{ version: number } | undefined>
}

/** The registry of kegs. */
export interface KegRegistry {
  has(kegId: string): Promise<boolean>
  /** The site at which a keg is; `undefined` where there is no such keg, or it is at none. */
  siteOf(kegId: string): Promise<string | undefined>
}

/** The queues of the flows, which take replays. */
export interface ReplayQueues {
  has(flow: string): boolean
  /** Resolves as the queue of the flow has the message. */
  send(flow: string, message: ReplayMessage): Promise<void>
}

/** Tasks that wait to be told, each by its token. Both answer whether somebody waited. */
export interface WaitingTasks {
  succeed(token: string): Promise<boolean>
  fail(token: string, reason: string): Promise<boolean>
}

/** The topics on which kegs are commanded. */
export interface CommandTopic {
  /** Tells the keg of a command what it is to do, or that it is not to begin it. */
  send(command: NewCommand, order: Command['order']): Promise<void>
}

/** How many kegs there are. */
export interface KegCensus {
  /** The kegs of each site that has any, in no order. */
  kegsBySite(): Promise<readonly { readonly siteId: string; readonly kegs: number }[]>
}

/** A certificate of a keg. */
export interface KegCertificate {
  readonly certificateId: string
  readonly certificateArn: string
}

/** What kegs may do. */
export interface KegPolicies {
  /** The active ones of a keg's certificates, of so many at most; `undefined` where there is no such keg. */
  certificatesOf(kegId: string, limit: number): Promise<readonly KegCertificate[] | undefined>
  /** The policies that are in effect for a keg over a certificate of it. */
  effective(kegId: string, certificate: KegCertificate): Promise<readonly {
    readonly policyName: string
    readonly policyArn: string
    readonly document: Record<string, unknown>
  }[]>
}

/** A thing as the fleet index has it. Absent = the index has none of it. */
export interface IndexedThing {
  readonly thingName: string
  readonly siteId?: string | undefined
  readonly groups: readonly string[]
  readonly connectivity?: {
    readonly connected: boolean
    /** When it last connected or went; absent, or 0, where that is long ago or never was. */
    readonly timestampMs?: number | undefined
    readonly reason?: string | undefined
  } | undefined
  /** The classic shadow as JSON, and whatever else of shadows is indexed. */
  readonly shadow?: string | undefined
}

/** The fleet index of things. */
export interface ThingIndex {
  /**
   * What a query finds. Rejects with `QueryRefused` for one that is none, in AWS's words, and with `StoreError` `BAD_CURSOR` for a cursor
   * that no page gave.
   */
  search(queryString: string, page: PageRequest): Promise<Page<IndexedThing>>
}

/** What every job of AWS IoT has in its list. */
export interface ListedJob {
  readonly jobId: string
  readonly createdAtMs: number
}

/** The jobs of AWS IoT. */
export interface FleetJobs {
  /** Every job, in no order. */
  all(): Promise<readonly ListedJob[]>
  /** One; `undefined` where there is none. */
  job(jobId: string): Promise<FleetJob | undefined>
  /** Takes one back. Answers whether it could be: one that is over meanwhile can't. */
  cancel(jobId: string, comment: string): Promise<boolean>
}

/** A violation as AWS IoT Device Defender has it, which knows of no sites. */
export interface ThingViolation extends Omit<Violation, 'kegId' | 'siteId'> {
  readonly thingName: string
}

/** What kegs violate. */
export interface KegViolations {
  /** What is violated now. Rejects with `StoreError` `BAD_CURSOR` for a cursor that no page gave. */
  active(page: PageRequest): Promise<Page<ThingViolation>>
}

/** The thing groups of AWS IoT. */
export interface ThingGroups {
  /** Names of groups, of whichever kind. Rejects with `StoreError` `BAD_CURSOR` for a cursor that no page gave. */
  names(page: PageRequest): Promise<Page<string>>
  /** A group, and how many kegs are in it; `undefined` where it is not dynamic, or gone. */
  dynamic(groupName: string): Promise<DynamicGroup | undefined>
}

/** What shuts a keg out. */
export interface KegRevocations {
  /** Whether a thing is a keg, and no gateway, say. */
  isKeg(thingName: string): Promise<boolean>
  /** Blocks a keg on the allow list. Answers whether it is on it. */
  block(kegId: string, block: { readonly atMs: number; readonly reason?: string }): Promise<boolean>
  /** The ids of a keg's certificates; `undefined` where there is no such keg. */
  certificatesOf(kegId: string): Promise<readonly string[] | undefined>
  /** Revokes a certificate for good; one that is revoked stays so. */
  revoke(certificateId: string): Promise<void>
  /** Ends a keg's connection at once. Answers whether there was one. */
  disconnect(kegId: string): Promise<boolean>
}
