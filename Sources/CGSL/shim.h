// The parts of the GNU Scientific Library that the Numerics room uses. GSL's algorithm tables are mutable C
// globals, which Swift 6 refuses to touch; the accessors below hand them over as constants.
#pragma once
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>

static inline const gsl_root_fsolver_type *busyhour_brent(void) { return gsl_root_fsolver_brent; }
