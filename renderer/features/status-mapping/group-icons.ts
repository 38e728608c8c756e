import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClockHour4,
  IconEyeOff,
  type Icon,
} from '@tabler/icons-react';
import type { StatusGroup } from '../../../main/domain/status-mapping/status-group.ts';

/** A sign for each group: never colour alone. */
export const GROUP_ICONS: Readonly<Record<StatusGroup, Icon>> = {
  unmapped: IconAlertTriangle,
  ignored: IconEyeOff,
  'in-work': IconClockHour4,
  paid: IconCircleCheck,
  cancelled: IconCircleX,
};
