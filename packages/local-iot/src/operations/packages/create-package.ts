import { madeBefore } from '../../packages/catalogue.ts'
import { tooManyPackages } from '../../packages/package-error.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { tagList } from './tag-list.ts'

const MAX_PACKAGES = 100

export const createPackage = operation('CreatePackage', ({ packageName, description, tags, clientToken }, { state }) => {
  const packageArn = state.arn(`package/${packageName}`)
  const known = madeBefore(state.packages.get(packageName), clientToken, packageName)
  if (known !== undefined) return { packageName, packageArn, description: known.description }
  if (state.packages.size >= MAX_PACKAGES) throw tooManyPackages(`An account can have at most ${MAX_PACKAGES} packages.`)
  const nowMs = state.clock.nowMs()
  tagCreated(state, packageArn, tagList(tags))
  state.packages.set(packageName, { packageName, description, clientToken, createdAtMs: nowMs, updatedAtMs: nowMs })
  return { packageName, packageArn, description }
})
