import type { PackageVersionArtifact } from '../model/model.generated.ts'

/** A software package of the catalogue. */
export interface SoftwarePackage {
  readonly packageName: string
  readonly description?: string | undefined
  readonly defaultVersionName?: string | undefined
  /** The token of the request that made it. */
  readonly clientToken?: string | undefined
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

export type PackageVersionStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED'

export interface PackageVersion {
  readonly packageName: string
  readonly versionName: string
  readonly description?: string | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly artifact?: PackageVersionArtifact | undefined
  readonly recipe?: string | undefined
  readonly status: PackageVersionStatus
  /** The token of the request that made it. */
  readonly clientToken?: string | undefined
  readonly createdAtMs: number
  readonly updatedAtMs: number
}
