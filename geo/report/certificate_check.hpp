#pragma once

#include "geo/core/progress.hpp"
#include "geo/report/certificate_document.hpp"

#include <vector>

namespace geo {

/// What a certificate's comparison with a project found.
struct CertificateCheck {
    std::size_t sites = 0, rows = 0;   ///< recomputed
    std::vector<Finding> differences;  ///< empty when the certificate holds
    std::vector<Finding> notes;        ///< worth knowing, no difference: another program, nothing planned to compare with
};

/// Recomputes a certificate from a project's inputs and rules: each site's ground is measured against every obstacle, and every column of every row, verdict, rule
/// and input named in the certificate is compared with what comes of it. Numbers count as equal to 1 µm.
///
/// Codes: `rules-differ` (pack, its hash, zone type, assumptions), `input-differs`, `input-missing`, `input-extra`, `crs-differs`, `row-differs`, `row-missing`,
/// `row-extra`, `site-differs`, `site-missing`, `site-extra` (against the sites that the project holds, where it holds results of the same rules),
/// `site-unknown` (of no compound), `site-broken`, `not-robust` (claims the robust ring and does not keep it), `check-differs`, `check-missing`, `check-extra`,
/// `rule-differs`, `rule-missing`, `rule-extra`, `header-differs`. Notes: `program-differs`, `sites-not-compared`.
/// @param scenario  of the project, by whose rules the certificate was made
/// @param stored    its results, or none
/// @throws InvalidInput  no such scenario @throws RuleError @throws CrsError @throws Cancelled
CertificateCheck check_certificate(const CertificateDocument& given, const Project& project, const std::string& scenario, const Results& stored, int threads = 0,
                                   const Progress& progress = {});

}  // namespace geo
