/**
 * The circles of a graph, each as its nodes, in no order: what can be reached from each other, of more than one node.
 *
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = []
  const order = new Map<string, number>()
  const open: string[] = []
  // Answers the first node, by the order of visits, that can be reached from here.
  const visit = (node: string): number => {
    const own = order.size
    order.set(node, own)
    open.push(node)
    let first = own
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) first = Math.min(first, visit(next))
      else if (open.includes(next)) first = Math.min(first, order.get(next) ?? first)
    }
    if (first === own) {
      const circle = open.splice(open.indexOf(node))
      if (circle.length > 1) circles.push(circle)
    }
    return first
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return circles
}
