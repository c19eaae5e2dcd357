import { type IconName, shapes } from './icon-shapes.tsx'

/** A drawing beside words; it says nothing by itself, so readers of the screen pass over it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
    {shapes[name]}
  </svg>
)

/** Two territories sharing a winding border with one point of contact. */
export const Logo = () => (
  <svg className="logo" viewBox="0 0 40 40" aria-hidden="true">
    <path className="logo-a" d="M2 9a7 7 0 0 1 7-7h11.5c-3.800 5.500 1.900 8.800.4 14.200C19.300 22 14 25.500 18.800 38H9a7 7 0 0 1-7-7z" />
    <path
      className="logo-b"
      d="M23.900 2H31a7 7 0 0 1 7 7v22a7 7 0 0 1-7 7h-8.800c-4.900-12.300.7-14.800 2.200-21.200C25.700 11.200 20.200 7.500 23.900 2z"
    />
    <circle className="logo-c" cx="20.9" cy="21" r="7.200" />
    <circle className="logo-d" cx="20.9" cy="21" r="4.300" />
  </svg>
)
