import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findTemplate } from './find-template.ts'

export const listProvisioningTemplateVersions = operation('ListProvisioningTemplateVersions', (input, { state }) => {
  const { maxResults = 25, nextToken: token } = input
  const { versions, defaultVersionId } = findTemplate(state, input.templateName)
  const { items, nextToken } = page(versions, ({ versionId }) => String(versionId).padStart(12, '0'), token, maxResults)
  return {
    versions: items.map(({ versionId, createdAtMs }) => ({
      versionId, creationDate: new Date(createdAtMs), isDefaultVersion: versionId === defaultVersionId,
    })),
    nextToken,
  }
})
