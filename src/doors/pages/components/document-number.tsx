/** A document's number behind the double rule of a folded file edge: marks document numbers and nothing else. */
export const DocumentNumber = ({ children, href }: { children: string; href?: string | null }) =>
  href === undefined || href === null ? (
    <span className="vb">{children}</span>
  ) : (
    <a className="vb" href={href}>
      {children}
    </a>
  )
