import { createPackage } from './create-package.ts'
import { createPackageVersion } from './create-package-version.ts'
import { deletePackage } from './delete-package.ts'
import { deletePackageVersion } from './delete-package-version.ts'
import { getPackage } from './get-package.ts'
import { getPackageConfiguration } from './get-package-configuration.ts'
import { getPackageVersion } from './get-package-version.ts'
import { listPackages } from './list-packages.ts'
import { listPackageVersions } from './list-package-versions.ts'
import { updatePackage } from './update-package.ts'
import { updatePackageConfiguration } from './update-package-configuration.ts'
import { updatePackageVersion } from './update-package-version.ts'

/** The operations of the software catalogue, by AWS's name. */
export const packageOperations = {
  CreatePackage: createPackage,
  CreatePackageVersion: createPackageVersion,
  DeletePackage: deletePackage,
  DeletePackageVersion: deletePackageVersion,
  GetPackage: getPackage,
  GetPackageConfiguration: getPackageConfiguration,
  GetPackageVersion: getPackageVersion,
  ListPackages: listPackages,
  ListPackageVersions: listPackageVersions,
  UpdatePackage: updatePackage,
  UpdatePackageConfiguration: updatePackageConfiguration,
  UpdatePackageVersion: updatePackageVersion,
} as const
