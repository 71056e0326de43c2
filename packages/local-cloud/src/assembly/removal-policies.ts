import type { TemplateResource } from '../ground/template.ts'

/** `DeletionPolicy` and `UpdateReplacePolicy`; a snapshot is taken by nobody here, so that what asks for one is retained. */
export interface RemovalPolicies {
  readonly onDelete: 'delete' | 'retain'
  readonly onReplace: 'delete' | 'retain'
}

/** As a resource of a template says; both are to delete where it does not. */
export function removalPolicies({ DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' }: TemplateResource): RemovalPolicies {
  const policy = (text: string) => (text === 'Delete' ? 'delete' : 'retain')
  return { onDelete: policy(DeletionPolicy), onReplace: policy(UpdateReplacePolicy) }
}
