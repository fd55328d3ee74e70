import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names.ts';
import styles from './icons.module.css';

interface IconProps {
  /** Side in CSS pixels, at the default size of text. */
  size?: keyof typeof SIZES | undefined;
}

const SIZES = { 12: 'twelve', 14: 'fourteen', 16: 'sixteen', 18: 'eighteen', 20: 'twenty' } as const;

// Drawn as the style sheet says: a feed has fifty icons, and each attribute of each costs the server and the line.
function Icon({ children, size = 20 }: IconProps & { children: ReactNode }) {
  return (
    <svg className={classNames(styles.icon, styles[SIZES[size]])} aria-hidden="true" viewBox="0 0 20 20">
      {children}
    </svg>
  );
}

/** Every icon is decoration: the control that bears it says in words what it does. */
export const PlusIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M10 4v12M4 10h12" />
  </Icon>
);
export const CheckIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="m4 10.5 4 4 8-9" />
  </Icon>
);
export const CloseIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="m4.5 4.5 11 11m0-11-11 11" />
  </Icon>
);
export const PreviousIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="m12.5 4-6 6 6 6" />
  </Icon>
);
export const NextIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="m7.5 4 6 6-6 6" />
  </Icon>
);
export const ShareIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M10 12.5v-10m0 0L6.5 6M10 2.5 13.5 6M5.5 9H4v8.5h12V9h-1.5" />
  </Icon>
);
export const ExpandIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M12 3h5v5m0-5-5.5 5.5M8 17H3v-5m0 5 5.5-5.5" />
  </Icon>
);
export const PersonIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="10" cy="6.5" r="3.25" />
    <path d="M3.5 17.5c.6-3.7 3-5.5 6.5-5.500s5.9 1.8 6.5 5.5" />
  </Icon>
);
/** The same person on a filled disc: somebody is signed in. */
export const PersonDiscIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path
      fill="currentColor"
      fillRule="evenodd"
      stroke="none"
      d="M10 .75a9.25 9.25 0 1 0 0 18.5A9.25 9.25 0 0 0 10 .75Zm0 4.1a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm0 7.5c2.7 0 4.7 1.1 5.600 3a7.7 7.7 0 0 1-11.200 0c.9-1.900 2.900-3 5.600-3Z"
    />
  </Icon>
);
export const SearchIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <circle cx="8.75" cy="8.75" r="5.25" />
    <path d="m12.75 12.75 4.25 4.25" />
  </Icon>
);
export const ArrowIcon = ({ size }: IconProps) => (
  <Icon size={size}>
    <path d="M3.5 10h13m-5-5 5 5-5 5" />
  </Icon>
);
/** A ribbon in a book; filled once the article is saved. */
export const SaveIcon = ({ size, isFilled = false }: IconProps & { isFilled?: boolean }) => (
  <Icon size={size}>
    <path className={isFilled ? styles.filled : undefined} d="M5 3h10v14l-5-4-5 4Z" />
  </Icon>
);
