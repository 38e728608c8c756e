import {
  IconAdCircle,
  IconAddressBook,
  IconCloud,
  IconFlask,
  IconGift,
  IconPlug,
  IconPackage,
  IconServer,
  IconTruckDelivery,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './connections.module.css';

/** Our own drawings: vendors' logos belong to them. */
const MARKS: Readonly<Record<string, Icon>> = {
  'iiko-cloud': IconCloud,
  'iiko-biz': IconTruckDelivery,
  'iiko-server': IconServer,
  retailcrm: IconAddressBook,
  onebox: IconPackage,
  roistat: IconAdCircle,
  mindbox: IconGift,
  demo: IconFlask,
};

/** The sign of a system. */
export function VendorMark(props: {
  readonly vendor: string;
  readonly muted?: boolean;
}): ReactNode {
  const Mark = MARKS[props.vendor] ?? IconPlug;
  return (
    <span className={`${styles.mark} ${props.muted ? styles.muted : ''}`}>
      <Mark size={22} stroke={1.5} aria-hidden />
    </span>
  );
}
