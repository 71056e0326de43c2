import { ignored, oneOf, refused, required, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html */
export const ssmParameter = resource('AWS::SSM::Parameter', {
  properties: {
    Name: text,
    Type: required(oneOf('String', 'StringList')),
    Value: required(text),
    AllowedPattern: ignored('the value is the template\'s own'),
    DataType: oneOf('text'),
    Description: ignored('it is for people'),
    Policies: refused('parameters do not expire here'),
    Tier: ignored('it changes the bill alone'),
    Tags: tags,
  },
  create({ Name, Type, Value }, { services, physicalName }) {
    const name = Name ?? physicalName()
    services.parameters.put(name, Type, Value)
    return { ref: name, attributes: { Type, Value } }
  },
})
