import { versionsOf } from '../../packages/catalogue.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'

const PAGE_SIZE = 100

export const listPackageVersions =
  operation('ListPackageVersions', ({ packageName, status, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const versions = versionsOf(state, packageName).filter((version) => status === undefined || version.status === status)
    const { items, nextToken: next } = page(versions, ({ versionName }) => versionName, nextToken, maxResults)
    const packageVersionSummaries = items.map(({ versionName, status: its, createdAtMs, updatedAtMs }) =>
      ({ packageName, versionName, status: its, creationDate: new Date(createdAtMs), lastModifiedDate: new Date(updatedAtMs) }))
    return { packageVersionSummaries, nextToken: next }
  })
