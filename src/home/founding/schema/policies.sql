call guard_persons('founding_step', auditor_reads => false);
