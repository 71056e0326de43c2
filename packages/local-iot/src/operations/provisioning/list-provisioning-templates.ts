import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { templateArn } from './find-template.ts'

export const listProvisioningTemplates = operation('ListProvisioningTemplates', ({ maxResults = 25, nextToken: token }, { state }) => {
  const { items, nextToken } = page(state.provisioningTemplates.values(), ({ templateName }) => templateName, token, maxResults)
  return {
    templates: items.map(({ templateName, type, description, enabled, createdAtMs, modifiedAtMs }) => ({
      templateArn: templateArn(state, templateName), templateName, type, description, enabled,
      creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
    })),
    nextToken,
  }
})
