import { ignored, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'

const forPeople = ignored('it is for people, who ask in the console')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-querydefinition.html */
export const logsQueryDefinition = resource('AWS::Logs::QueryDefinition', {
  properties: { Name: required(text), QueryString: forPeople, LogGroupNames: forPeople, QueryLanguage: forPeople, Parameters: forPeople },
  create: (_, { physicalName }) => ({ ref: physicalName(), attributes: { QueryDefinitionId: physicalName() } }),
})
