import type { Me, Standing } from '@/features/roles';
import { CityHome } from './CityHome';
import { CommissionerHome } from './CommissionerHome';
import { EnterpriseHome } from './EnterpriseHome';
import { GuestHome } from './GuestHome';
import { StationHome } from './StationHome';

export { Greeting, greetingOf, whereabouts } from './Greeting';

/** The home of what this person is just now. */
export function HomeOf({ me, standing }: { readonly me: Me; readonly standing: Standing }) {
  switch (standing.kind) {
    case 'commissioner':
      return <CommissionerHome me={me} />;
    case 'enterprise':
      return <EnterpriseHome me={me} standing={standing} />;
    case 'station':
    case 'district':
      return <StationHome me={me} standing={standing} />;
    case 'city':
      return <CityHome me={me} />;
    default:
      return <GuestHome me={me} />;
  }
}
