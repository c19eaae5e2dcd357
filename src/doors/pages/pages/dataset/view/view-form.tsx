import type { ReactNode } from 'react'
import { datasetHref } from '../../../addresses.ts'

/** What is chosen of a view of a dataset: it is sent as the address of the page, which may be kept and shared. */
export const ViewForm = ({ slug, label, children }: { slug: string; label: string; children: ReactNode }) => (
  <div className="rowtools">
    <form className="filters" method="get" action={datasetHref(slug)} aria-label={label}>
      {children}
    </form>
  </div>
)
