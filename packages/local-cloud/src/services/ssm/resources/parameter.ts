import { ignored, oneOf, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { ssm } from '../name.ts'
import { tags } from '../../../ground/tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html */
export const ssmParameter = resource('AWS::SSM::Parameter', {
  uses: { ssm },
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
  create({ Name, Type, Value }, { services: { ssm }, physicalName }) {
    const name = Name ?? physicalName()
    ssm.put(name, Type, Value)
    return { ref: name, attributes: { Type, Value } }
  },
  update({ Name, Type, Value }, { ref, properties: before }, { services: { ssm } }) {
    if (Name !== before.Name) return replacement
    ssm.put(ref, Type, Value, true)
    return { ref, attributes: { Type, Value } }
  },
  remove: ({ ref }, { services: { ssm } }) => void ssm.delete(ref),
  // Its value is kept, also one that somebody has put over the template's.
  restore: () => undefined,
})
