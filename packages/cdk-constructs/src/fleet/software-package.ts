import { Resource, Stack, type IResource } from 'aws-cdk-lib'
import { CfnSoftwarePackage, CfnSoftwarePackageVersion } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'

/** A software package, made here or elsewhere. */
export interface ISoftwarePackage extends IResource {
  readonly packageName: string
  readonly packageArn: string
}

/** A version of a software package. */
export interface ISoftwarePackageVersion extends IResource {
  readonly packageVersionArn: string
}

export interface SoftwarePackageProps {
  /** @default - a name that CloudFormation makes */
  readonly packageName?: string
  /** @default - none */
  readonly description?: string
}

export interface SoftwarePackageVersionOptions {
  /** @default - none */
  readonly description?: string
  /** What describes the version to whoever installs it; 3 KB at most. @default - none */
  readonly attributes?: Readonly<Record<string, string>>
}

const MAX_ATTRIBUTE_BYTES = 3_072

/**
 * What is installed on devices, and its versions. A version is a draft until somebody publishes it, which no template can.
 *
 * @example new SoftwarePackage(this, 'Firmware', { packageName: 'keg-firmware' }).addVersion('1.3.0')
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/software-package-catalog.html
 */
export class SoftwarePackage extends Resource implements ISoftwarePackage {
  readonly packageName: string
  readonly packageArn: string

  /** A package that is there. */
  static fromPackageName(scope: Construct, id: string, packageName: string): ISoftwarePackage {
    return new ImportedSoftwarePackage(scope, id, packageName)
  }

  constructor(scope: Construct, id: string, { packageName, description }: SoftwarePackageProps = {}) {
    super(scope, id)
    const refusals = new Refusals(this)
    refusals.text('packageName', packageName, TEXT.packageName)
    refusals.text('description', description, TEXT.packageDescription)
    const made = new CfnSoftwarePackage(this, 'Package', present({ packageName, description }))
    this.packageName = made.ref
    this.packageArn = made.attrPackageArn
  }

  /** Adds a version, as a draft. */
  addVersion(versionName: string, options: SoftwarePackageVersionOptions = {}): ISoftwarePackageVersion {
    return new SoftwarePackageVersion(this, versionName, options)
  }
}

class SoftwarePackageVersion extends Resource implements ISoftwarePackageVersion {
  readonly packageVersionArn: string

  constructor(scope: SoftwarePackage, versionName: string, { description, attributes }: SoftwarePackageVersionOptions) {
    super(scope, versionName)
    const refusals = new Refusals(this)
    refusals.text('versionName', versionName, TEXT.packageVersionName)
    refusals.text('description', description, TEXT.packageDescription)
    const bytes = Buffer.byteLength(Object.entries(attributes ?? {}).flat().join(''))
    if (bytes > MAX_ATTRIBUTE_BYTES)
      refusals.refuse('attributes', `${bytes} bytes are more than AWS IoT takes; take ${MAX_ATTRIBUTE_BYTES} at most, names and values together`)
    const version = new CfnSoftwarePackageVersion(
      this, 'Version', present({ packageName: scope.packageName, versionName, description, attributes }),
    )
    this.packageVersionArn = version.attrPackageVersionArn
  }
}

class ImportedSoftwarePackage extends Resource implements ISoftwarePackage {
  readonly packageName: string
  readonly packageArn: string

  constructor(scope: Construct, id: string, packageName: string) {
    super(scope, id)
    this.packageName = packageName
    this.packageArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'package', resourceName: packageName })
  }
}
