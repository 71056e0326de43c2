import { chooseBranches, resolve, type Scope } from '../assembly/intrinsics.ts'
import type { PlannedStack } from '../assembly/plan.ts'

/** Resolves the outputs of a stack whose resources exist, and adds its exports to `exports`. */
export function stackOutputs({ stack, condition }: PlannedStack, scope: Scope, exports: Map<string, unknown>): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [name, output] of Object.entries(stack.template.Outputs ?? {})) {
    if (output.Condition !== undefined && !condition(output.Condition)) continue
    const value = resolve(chooseBranches(output.Value, condition), scope)
    if (output.Export !== undefined) exports.set(String(resolve(output.Export.Name, scope)), value)
    outputs[name] = String(value)
  }
  return outputs
}
