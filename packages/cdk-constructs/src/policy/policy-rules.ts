import { overlaps, resourcePattern } from '../topics/topic-overlap.ts'
import { actionsOf, isOf, isOfType, isSurelyOf, standsFor, standsForAll, subscribedTopicsOf, topicsOf } from './policy-coverage.ts'
import { TOKEN, type PolicyResource, type PolicyStatement } from './policy-document.ts'
import type { Found, PolicyFinding } from './policy-finding.ts'
import { ACTIONS, hasThingVariable, HTTPS_ACTIONS, isKnownKey, variablesIn } from './policy-vocabulary.ts'

interface PolicyRule extends Pick<PolicyFinding, 'severity' | 'see'> {
  readonly check: (statement: PolicyStatement, all: readonly PolicyStatement[]) => readonly Found[]
}

const guide = (page: string) => `https://docs.aws.amazon.com/iot/latest/developerguide/${page}.html`

/** A row a rule: what it is called, how bad it is, the page of AWS that says so. */
export const POLICY_RULES: Readonly<Record<string, PolicyRule>> = {
  'all-on-all': { severity: 'error', see: guide('iot-policies'), check: allOnAll },
  'connect-as-anyone': { severity: 'warning', see: guide('connect-policy'), check: connectAsAnyone },
  'publish-as-anyone': { severity: 'warning', see: guide('pub-sub-policy'), check: publishAsAnyone },
  'malformed-arn': { severity: 'error', see: guide('iot-action-resources'), check: malformedArn },
  'wrong-resource-type': { severity: 'error', see: guide('iot-action-resources'), check: wrongResourceType },
  'unknown-action': { severity: 'warning', see: guide('iot-policy-actions'), check: unknownAction },
  'unknown-variable': { severity: 'error', see: guide('iot-policy-variables'), check: unknownVariable },
  'unknown-condition-key': { severity: 'warning', see: guide('iot-policy-variables'), check: unknownConditionKey },
  'mqtt-wildcard-in-topic': { severity: 'error', see: guide('pub-sub-policy'), check: mqttWildcardInTopic },
  'question-mark': { severity: 'warning', see: guide('pub-sub-policy'), check: questionMark },
  'variable-then-wildcard': { severity: 'error', see: guide('pub-sub-policy'), check: variableThenWildcard },
  'name-then-wildcard': { severity: 'warning', see: guide('pub-sub-policy'), check: nameThenWildcard },
  'deny-goes-round': { severity: 'warning', see: guide('pub-sub-policy'), check: denyGoesRound },
  'subscribe-without-receive': { severity: 'warning', see: guide('iot-policy-actions'), check: subscribeWithoutReceive },
  'thing-variable-over-https': { severity: 'warning', see: guide('thing-policy-variables'), check: thingVariableOverHttps },
  'thing-variable-for-greengrass': {
    severity: 'warning', see: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/device-auth.html',
    check: thingVariableForGreengrass,
  },
}

const allows = ({ effect }: PolicyStatement) => effect === 'Allow'
const eachResource = (
  { resources }: PolicyStatement, finds: (resource: PolicyResource) => Omit<Found, 'resource'> | undefined | false,
): readonly Found[] =>
  resources.flatMap((resource) => {
    const found = finds(resource)
    return found ? [{ resource: shown(resource.text), ...found }] : []
  })
const shown = (text: string) => text.replaceAll(TOKEN, '…')
/** Without what stands for another text. */
const literal = (text: string) => text.replace(/\$\{[^}]*\}/g, '')

const ALL_ACTIONS = Object.keys(ACTIONS).filter((action) => action.startsWith('iot:'))
/** What is left, wherever NotAction leaves out something else. */
const CORE_ACTIONS = ['iot:Connect', 'iot:Publish', 'iot:Subscribe', 'iot:Receive']
const CORE_TYPES = ['client', 'topic', 'topicfilter', 'thing']

function isAllOnAll(statement: PolicyStatement): boolean {
  const { exceptActions, exceptResources, resources } = statement
  if (!allows(statement) || !(exceptActions ? CORE_ACTIONS : ALL_ACTIONS).every((action) => isSurelyOf(statement, action))) return false
  if (!exceptResources) return CORE_TYPES.every((type) => resources.some((resource) => standsForAll(resource, type)))
  return resources.every(({ whole }) => !whole.startsWith(TOKEN))
    && CORE_TYPES.every((type) => !resources.some((resource) => standsForAll(resource, type)))
}

function allOnAll(statement: PolicyStatement) {
  if (!isAllOnAll(statement)) return []
  const whole = statement.exceptResources
    ? undefined
    : statement.resources.find((resource) => CORE_TYPES.every((type) => standsForAll(resource, type)))
  const message = 'each bearer of the certificate may be any client and reads and writes all topics and shadows of the account'
  return [
    { ...(whole && { resource: shown(whole.text) }), message, fix: 'list the actions and topics that a device needs; ThingPolicy does' },
  ]
}

function connectAsAnyone(statement: PolicyStatement): readonly Found[] {
  if (!allows(statement) || isAllOnAll(statement) || !isOf(statement, 'iot:Connect')) return []
  const found = {
    message: isAttached(statement)
      ? 'a certificate that is attached to one thing exclusively has it whatever the client id is: its device may connect under any, and so throws the device of that id off'
      : 'a device may connect under any client id, and so throws the device of that id off',
    fix: 'write client/${iot:Connection.Thing.ThingName}, with the condition Bool iot:Connection.Thing.IsAttached "true"',
  }
  if (statement.exceptResources) return statement.resources.some((resource) => isOfType(resource, 'client')) ? [] : [found]
  return eachResource(statement, (resource) =>
    (standsForAll(resource, 'client') || (resource.type === 'client' && /^\$\{iot:ClientId\}$/i.test(resource.name))) && found)
}

/** Whether a thing has to be attached; `BoolIfExists` lets in who has none. */
const isAttached = ({ conditions }: PolicyStatement): boolean =>
  conditions.some(({ operator, key, values }) =>
    /^bool$/i.test(operator)
    && /^iot:Connection\.Thing\.IsAttached$/i.test(key)
    && values.length > 0
    && values.every((value) => /^true$/i.test(value)))

function publishAsAnyone(statement: PolicyStatement): readonly Found[] {
  if (!allows(statement) || isAllOnAll(statement) || !isOf(statement, 'iot:Publish')) return []
  const found = {
    message: 'a device may publish what comes from another: its messages, its shadow, its answers to jobs',
    fix: 'name the thing in it: topic/keg/${iot:Connection.Thing.ThingName}/*, topic/$aws/things/${iot:Connection.Thing.ThingName}/shadow/update',
  }
  if (statement.exceptResources) return statement.resources.some((resource) => isOfType(resource, 'topic')) ? [] : [found]
  return eachResource(statement, (resource) =>
    (standsForAll(resource, 'topic') || RESERVED_TOPICS.some((after) => standsForAll(resource, 'topic', '$aws/things/', after))) && found)
}

/** What devices publish below `$aws/things/THING`. */
const RESERVED_TOPICS = [
  ...['', '/name/x'].flatMap((shadow) => ['get', 'update', 'delete'].map((request) => `/shadow${shadow}/${request}`)),
  '/jobs/get', '/jobs/start-next', '/jobs/x/get', '/jobs/x/update', '/defender/metrics/json', '/defender/metrics/cbor',
]

function malformedArn(statement: PolicyStatement) {
  const isOfService = (service: string) =>
    statement.exceptActions || statement.actions.some((action) => action.includes(TOKEN) || standsFor(action.split(':')[0] ?? '', service))
  // A policy decides about AWS IoT Greengrass, too, whose components are in ARNs of its own.
  return eachResource(statement, ({ malformed, service }) =>
    malformed && !(service !== undefined && service !== 'iot' && isOfService(service)) && {
      message: 'it is no ARN of what the actions are about, and matches nothing',
      fix: 'write arn:aws:iot:REGION:ACCOUNT: and client/, topic/, topicfilter/, thing/, cert/ or rolealias/',
    })
}

function wrongResourceType(statement: PolicyStatement): readonly Found[] {
  if (statement.exceptActions || statement.exceptResources) return []
  // What other services' actions are asked of is theirs to say.
  const isForeign = ({ type, service }: PolicyResource) =>
    (type === 'thing' || service !== 'iot') && statement.actions.some((action) => !/^iot/i.test(action))
  const actions = actionsOf(statement)
  const asked = [...new Set(actions.map((action) => ACTIONS[action] ?? '*'))].filter((type) => type !== '*')
  if (asked.length === 0) return []
  const misfits = eachResource(statement, (resource) => !isOfType(resource, ...asked) && !isForeign(resource) && {
    message: `no action of the statement is asked of ${resource.type}/…: ${actions.filter((action) => ACTIONS[action] !== '*').join(', ')} of ${asked.map((type) => `${type}/…`).join(', ')}`,
    fix: `write ${asked.map((type) => `${type}/${shown(resource.name)}`).join(', ')}`,
  })
  if (misfits.length > 0) return misfits
  // An action that is written with a wildcard may be meant to be of some of what it stands for.
  const unmet = statement.actions.filter((action) =>
    ACTIONS[action] !== undefined
    && ACTIONS[action] !== '*'
    && !statement.resources.some((resource) => isOfType(resource, ACTIONS[action] ?? '')))
  return unmet.map((action) => ({
    message: `${action} is asked of ${ACTIONS[action]}/…, and the statement has none`, fix: `add a resource ${ACTIONS[action]}/…`,
  }))
}

function unknownAction({ actions }: PolicyStatement) {
  const unknown = actions.filter((action) =>
    !action.includes(TOKEN) && /^iot(jobsdata)?:/i.test(action) && !Object.keys(ACTIONS).some((known) => standsFor(action, known)))
  return unknown.map((action) => {
    const renamed = Object.keys(ACTIONS).find((known) => known.toLowerCase() === action.toLowerCase().replace(/^iot:/, 'iotjobsdata:'))
    return {
      message: `${action} is no action of AWS IoT policies`,
      fix: renamed === undefined ? `take one of ${Object.keys(ACTIONS).join(', ')}` : `write ${renamed}`,
    }
  })
}

function unknownVariable(statement: PolicyStatement): readonly Found[] {
  const unknown = (texts: readonly string[]) => texts.flatMap(variablesIn).filter((name) => !isKnownKey(name))
  const told = (name: string) => ({
    message: `\${${name}} is no policy variable; it stays as it is written`,
    fix: 'take a variable that AWS IoT documents, or ${$} for the character',
  })
  const inResources = eachResource(statement, ({ text }) => unknown([text]).map(told)[0])
  return [...inResources, ...unknown(statement.conditions.flatMap(({ values }) => values)).map(told)]
}

function unknownConditionKey({ conditions }: PolicyStatement) {
  return conditions.map(({ key }) => key)
    .filter((key) => !key.includes(TOKEN) && !isKnownKey(key))
    .map((key) => ({ message: `${key} is no condition key of AWS IoT policies`, fix: 'take a key that AWS IoT documents' }))
}

function mqttWildcardInTopic(statement: PolicyStatement) {
  return eachResource(statement, ({ type, name }) => type === 'topic' && /[+#]/.test(literal(name)) && {
    message: '"+" and "#" are characters like any other in a policy, and no topic holds them: it matches nothing',
    fix: `write topic/${shown(name).replace(/[+#]/g, '*')}`,
  })
}

function questionMark(statement: PolicyStatement) {
  return eachResource(statement, ({ text }) => literal(text).includes('?') && {
    message: '"?" stands for any one character, "/" included', fix: 'write ${?} for the character, or * for any text',
  })
}

/** A variable beside a wildcard, on either side. */
const OPEN_VARIABLE = /\$\{[^}]{2,}\}\*|\*\$\{[^}]{2,}\}/

function variableThenWildcard(statement: PolicyStatement) {
  return allows(statement) ? eachResource(statement, ({ text }) => OPEN_VARIABLE.test(text) && {
    message: 'a device whose name begins or ends another\'s gets that one\'s, too: keg-1* is keg-10 as well',
    fix: `write ${shown(text).replace(/\}\*/g, '}/*').replace(/\*\$\{/g, '*/${')}`,
  }) : []
}

/** A name, or a variable and some text, before a wildcard in the same level. */
const OPEN_NAME = /[a-z0-9]\*(\/|$)|\$\{[^}]{2,}\}[^/*]+\*/i

function nameThenWildcard(statement: PolicyStatement) {
  if (!allows(statement)) return []
  const isOpen = (resource: PolicyResource) => (resource.type === 'client'
    // Of a client id each part may be a device's.
    ? literal(resource.name).includes('*') && !standsForAll(resource, 'client') && !OPEN_VARIABLE.test(resource.text)
    : (resource.type === 'topic' || resource.type === 'topicfilter' || resource.type === 'thing') && OPEN_NAME.test(resource.text))
  return eachResource(statement, (resource) =>
    isOpen(resource)
    && (resource.type === 'client'
      ? {
        message: 'a device may connect under each client id that fits, and so throws the device of that id off',
        fix: 'write client/${iot:Connection.Thing.ThingName}',
      }
      : {
        message: 'it matches what has a longer name, too: keg* is kegs and keg-1/a as well',
        fix: 'write a "/" before the *, or the whole name',
      }))
}

function denyGoesRound(statement: PolicyStatement, all: readonly PolicyStatement[]) {
  if (statement.effect !== 'Deny' || !isOf(statement, 'iot:Subscribe') || statement.exceptResources) return []
  const denied = all.filter((each) => each.effect === 'Deny' && isOf(each, 'iot:Receive'))
  const allowed = all.filter((each) => allows(each) && isOf(each, 'iot:Subscribe')).flatMap(({ resources }) => resources)
  return eachResource(statement, (resource) => {
    if (
      resource.type !== 'topicfilter'
      || denied.some((each) =>
        each.exceptResources || each.resources.some((topic) => overlaps(topicsOf(topic), subscribedTopicsOf(resource))))
    ) {
      return false
    }
    const round = allowed.find((other) =>
      !overlaps(resourcePattern(resource.text), [...other.text]) && overlaps(subscribedTopicsOf(other), subscribedTopicsOf(resource)))
    return round && {
      message: `filters are compared as text: a broader one that ${shown(round.text)} allows, such as one with #, still gets these topics`,
      fix: `deny iot:Receive on topic/${shown(resource.name).replace(/[+#]/g, '*')} as well`,
    }
  })
}

function subscribeWithoutReceive(statement: PolicyStatement, all: readonly PolicyStatement[]) {
  if (!allows(statement) || !isOf(statement, 'iot:Subscribe') || statement.exceptResources) return []
  const received = all.filter((each) => allows(each) && isOf(each, 'iot:Receive'))
  if (received.some(({ exceptResources }) => exceptResources)) return []
  const topics = received.flatMap(({ resources }) => resources).filter((resource) => isOfType(resource, 'topic'))
  return eachResource(statement, (resource) =>
    isOfType(resource, 'topicfilter') && !topics.some((topic) => overlaps(topicsOf(topic), subscribedTopicsOf(resource))) && {
      message: 'it may be subscribed to, and no iot:Receive lets its messages through: they are dropped without a word',
      fix: `allow iot:Receive on topic/${shown(resource.name).replace(/[+#]/g, '*')}`,
    })
}

function thingVariableOverHttps(statement: PolicyStatement, all: readonly PolicyStatement[]) {
  if (!allows(statement)) return []
  // Without iot:Connect nobody comes by MQTT.
  const byHttps = actionsOf(statement).filter((action) => HTTPS_ACTIONS.includes(action)
    || (action === 'iot:Publish' && !all.some((each) => allows(each) && isOf(each, 'iot:Connect'))))
  const types = byHttps.map((action) => ACTIONS[action] ?? '*')
  return eachResource(statement, (resource) => byHttps.length > 0 && isOfType(resource, ...types) && hasThingVariable(resource.text) && {
    message: `${byHttps.join(', ')} comes over HTTPS here, where the variables of a thing are not known: it matches nothing`,
    fix: byHttps.includes('iot:Publish')
      ? 'write ${iot:CertificateId} or the names, or allow iot:Connect for MQTT'
      : 'write the names, or use the MQTT topics of shadows and jobs',
  })
}

function thingVariableForGreengrass(statement: PolicyStatement) {
  if (!allows(statement) || statement.exceptActions || !statement.actions.some((action) => /^greengrass:/i.test(action))) return []
  return eachResource(statement, ({ type, service, text }) => (type === 'thing' || service === 'greengrass') && hasThingVariable(text) && {
    message: 'AWS IoT Greengrass knows no variables of a thing: it matches nothing', fix: 'write the names, or *',
  })
}
