"""How fast a site is built, beside other builders of sites on the same pages in the same run."""
